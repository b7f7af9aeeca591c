package io.watchfloor.gateway.answer;

import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import io.watchfloor.contract.Problem;
import io.watchfloor.contract.ReportProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the OpenAPI document found wrong with a request, field by field. */
final class InvalidRequest {
    private static final int MAX_DETAIL_CHARACTERS = 400;
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]{1,64})\"");

    /** What is wrong when a keyword of the schema does not hold; other keywords only lead to one of these. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("required", "missing"),
            Map.entry("additionalProperties", "unknown-field"),
            Map.entry("type", "wrong-type"),
            Map.entry("minLength", "empty"),
            Map.entry("minItems", "empty"),
            Map.entry("maxLength", "too-long"),
            Map.entry("maxItems", "too-long"),
            Map.entry("minimum", "out-of-range"),
            Map.entry("maximum", "out-of-range"),
            Map.entry("uniqueItems", "malformed"),
            Map.entry("pattern", "malformed"),
            Map.entry("enum", "unknown-value"));

    private InvalidRequest() {}

    static Problem problemOf(ValidatorException failure) {
        List<ReportProblem> errors =
                failure instanceof SchemaValidationException invalid ? errorsOf(invalid.getOutputUnit()) : List.of();
        return new Problem(
                "urn:watchfloor:problem:invalid-request",
                "Invalid request",
                400,
                shorten(errors.isEmpty() ? failure.getMessage() : errors.get(0).detail()),
                errors.isEmpty() ? null : errors,
                null);
    }

    private static List<ReportProblem> errorsOf(OutputUnit found) {
        Map<String, ReportProblem> byField = new LinkedHashMap<>();
        if (found != null && found.getErrors() != null) {
            for (OutputUnit unit : found.getErrors()) {
                String reason = REASONS.get(lastOf(unit.getKeywordLocation()));
                if (reason != null) {
                    String field = fieldOf(unit);
                    byField.putIfAbsent(field + reason, new ReportProblem(reason, field, shorten(unit.getError())));
                }
            }
        }
        return List.copyOf(byField.values());
    }

    /** Where it is, or what the sentence names when it is about a field that is missing. */
    private static String fieldOf(OutputUnit unit) {
        String field = lastOf(unit.getInstanceLocation());
        Matcher named = QUOTED.matcher(unit.getError());
        return field == null && named.find() ? named.group(1) : field;
    }

    private static String lastOf(String location) {
        String[] path = location == null ? new String[0] : location.split("/", -1);
        for (int i = path.length - 1; i > 0; i--) {
            if (!path[i].isEmpty() && !path[i].chars().allMatch(Character::isDigit)) {
                return path[i];
            }
        }
        return null;
    }

    private static String shorten(String message) {
        return message.length() > MAX_DETAIL_CHARACTERS ? message.substring(0, MAX_DETAIL_CHARACTERS) + "…" : message;
    }
}
