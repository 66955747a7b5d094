package karst.content;

/** A file of a content folder's detections: one that could be read, or one that could not. */
public sealed interface DetectionFile permits BrokenDetection, Detection {
  /** Returns the file below the content folder, with {@code /} between the parts. */
  String file();

  /** Returns the detection's title; that of the file where the title could not be read. */
  String name();
}
