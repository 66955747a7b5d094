package karst.model;

/**
 * The field {@code vendor_product} (spl-semantics §7.1): kept when it is set, else made of vendor
 * and product as far as they are known, else the source type.
 */
final class VendorProduct {
  static final String FIELD = "vendor_product";

  /** A comparison with a null is not true, so that {@code !=} here also means "is set". */
  static final String CALCULATION =
      """
      case(vendor_product!="", vendor_product,
           vendor!="" AND vendor!="unknown" AND product!="" AND product!="unknown",
             vendor . " " . product,
           vendor!="" AND vendor!="unknown", vendor . " unknown",
           product!="" AND product!="unknown", "unknown " . product,
           sourcetype!="", sourcetype,
           true(), "unknown")""";

  private VendorProduct() {}
}
