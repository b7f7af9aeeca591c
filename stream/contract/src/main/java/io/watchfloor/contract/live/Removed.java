package io.watchfloor.contract.live;

import java.util.List;

/**
 * What left the picture since the last message.
 *
 * @param incidents ids of incidents
 * @param assignments ids of assignments
 * @param alerts ids of alerts
 */
public record Removed(List<String> incidents, List<String> assignments, List<String> alerts) {}
