package io.watchfloor.text;

import io.watchfloor.contract.Grade;
import java.util.List;

/**
 * What a report says.
 *
 * @param type a code of {@link io.watchfloor.contract.IncidentTypes}
 * @param grade the type's own grade, or a graver one when the words say so
 * @param confidence how sure the type is, 0 to 1; 1 when the feed named it
 * @param evidence the words that decided, as they stand in the text; what the feed named stands as {@code type=…}
 */
public record Reading(String type, Grade grade, double confidence, List<String> evidence) {}
