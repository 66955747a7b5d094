package karst.model;

import java.util.List;

/**
 * A file of mappings.
 *
 * @param name names it; a user's mapping takes the place of the one of the same name
 * @param rules the first that holds for an event gives the event's row in a dataset
 * @param eventTypes the kinds of events that it defines
 */
record EventMapping(String name, List<MappingRule> rules, List<EventType> eventTypes) {
  EventMapping {
    rules = List.copyOf(rules);
    eventTypes = List.copyOf(eventTypes);
  }
}
