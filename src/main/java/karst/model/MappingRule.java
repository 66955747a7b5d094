package karst.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How events of one kind become rows of datasets.
 *
 * @param name the mapping and the rule, for messages: {@code sysmon: process creation}
 * @param searches the conditions on events in search language; all must hold
 * @param datasets the tables of datasets that the rows belong to: {@code Endpoint.Processes}
 * @param fields for each field of the dataset an eval expression over the event's fields
 */
public record MappingRule(
    String name, List<String> searches, List<String> datasets, Map<String, String> fields) {
  public MappingRule {
    searches = List.copyOf(searches);
    datasets = List.copyOf(datasets);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
