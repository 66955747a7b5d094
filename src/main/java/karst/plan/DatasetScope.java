package karst.plan;

import java.util.List;
import karst.ast.SearchOperator;
import karst.ast.SearchTerm;
import karst.ast.SearchValue;
import karst.model.DataModel;
import karst.model.DataModels;
import karst.model.Dataset;
import karst.model.ModelField;
import karst.model.Resolution;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.Span;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a search over a data model names, with the prefix of their dataset, over the
 * columns of the table that is bound to it.
 *
 * <p>The table of {@code Model.Dataset} is taken to hold events of that root dataset, whatever its
 * constraint says of tags; the constraints of child datasets are conditions on its rows.
 */
public final class DatasetScope implements FieldScope {
  /** The pseudo field that means membership. */
  static final String NODE_NAME = "nodename";

  private final PlanContext context;
  private final FieldScope columns;
  private final DataModel model;
  private final Dataset dataset;
  private final List<ModelField> fields;
  private final EventScope events;

  /** Creates the scope of a dataset over a table's columns. */
  public DatasetScope(PlanContext context, FieldScope columns, DataModel model, Dataset dataset) {
    this.context = context;
    this.columns = columns;
    this.model = model;
    this.dataset = dataset;
    this.fields = model.fieldsWithin(dataset);
    this.events = new EventScope(context, columns, fields);
  }

  @Override
  public List<String> names() {
    return fields.stream().map(ModelField::qualifiedName).toList();
  }

  /** Returns the fields of the dataset and of those below it. */
  public List<ModelField> fields() {
    return fields;
  }

  /** Returns the value of one of the fields. */
  public RexNode value(ModelField field) {
    return events.value(field);
  }

  @Override
  public @Nullable RexNode find(String name) {
    for (ModelField field : fields) {
      if (field.qualifiedName().equals(name)) {
        return events.value(field);
      }
    }
    if (name.equals(NODE_NAME)) {
      return context.text(dataset.nodeName());
    }
    // A column that the model does not know keeps its name behind the root's prefix.
    String prefix = dataset.root().name() + ".";
    return name.startsWith(prefix) ? columns.find(name.substring(prefix.length())) : null;
  }

  /** Returns what rows of the bound table must satisfy to be in the dataset. */
  public RexNode membership() {
    return membership(dataset);
  }

  private RexNode membership(Dataset member) {
    List<RexNode> conditions =
        member.lineage().stream()
            .filter(level -> level.parent() != null && !level.constraint().isEmpty())
            .map(this::constraint)
            .toList();
    return context.and(conditions);
  }

  private RexNode constraint(Dataset level) {
    SourceMap text = SourceMap.identity(SourceText.of("<" + level + ">", level.constraint()));
    SearchTerm term = context.parser().parseSearch(text);
    return new SearchConverter(context, events.finished()).convert(term);
  }

  /** Returns the condition that a comparison with {@code nodename} means (spl-semantics §5). */
  RexNode membership(SearchTerm.Comparison term) {
    SearchValue value = term.value();
    RexNode member = membership(node(value.text(), value.span()));
    return term.operator() == SearchOperator.NOT_EQUAL ? context.not(member) : member;
  }

  private Dataset node(String name, Span span) {
    Resolution resolution = DataModels.resolveNode(model, name);
    return resolution.orThrow(diagnostic -> diagnostic.at(context.diagnostics().map(), span));
  }
}
