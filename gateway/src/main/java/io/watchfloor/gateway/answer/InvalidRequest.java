package io.watchfloor.gateway.answer;

import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import io.watchfloor.contract.Problem;
import io.watchfloor.contract.ReportProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the OpenAPI document found wrong with a request, field by field. The validator's own sentences speak of the schema;
 * what was expected is read out of them, and told about the field as the client wrote it.
 */
final class InvalidRequest {
    private static final int MAX_LIMIT_CHARACTERS = 300;
    private static final Pattern PARAMETER =
            Pattern.compile("(?:path|query|header|cookie) parameter (\\S+?)(?: is invalid|'? ?can't| doesn't|\\.?$)");
    private static final Pattern LAST_NUMBER = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)\\)?$");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]{1,64})\"");
    private static final Pattern LISTED = Pattern.compile("any of (.*)$", Pattern.DOTALL);
    private static final Pattern EXPECTED = Pattern.compile("Expected (.*)$");

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
            Map.entry("format", "malformed"),
            Map.entry("enum", "unknown-value"));

    private static final Map<String, String> TYPES = Map.of("string", "text");

    private InvalidRequest() {}

    /** The problem in this language, {@code zh} or {@code en}. */
    static Problem problemOf(ValidatorException failure, String language) {
        String parameter = parameterOf(failure);
        List<ReportProblem> errors = failure instanceof SchemaValidationException invalid
                ? errorsOf(invalid.getOutputUnit(), parameter, language)
                : List.of();
        if (errors.isEmpty()) {
            errors = List.of(whole(failure, parameter, language));
        }
        return KnownProblem.faults("invalid-request", errors);
    }

    /** What is no matter of a schema: a parameter or the body is not there, or cannot be read. */
    private static ReportProblem whole(ValidatorException failure, String parameter, String language) {
        boolean missing = failure.getMessage().contains("does not contain");
        String reason = missing ? "missing" : "malformed";
        return new ReportProblem(reason, parameter, told(reason, parameter, null, language));
    }

    private static List<ReportProblem> errorsOf(OutputUnit found, String parameter, String language) {
        Map<String, ReportProblem> byField = new LinkedHashMap<>();
        for (OutputUnit unit : faultsIn(found)) {
            String keyword = lastOf(unit.getKeywordLocation());
            String reason = REASONS.get(keyword);
            String field = fieldOf(unit, keyword, parameter);
            byField.putIfAbsent(
                    field + reason, new ReportProblem(reason, field, sentence(unit, keyword, field, language)));
        }
        return List.copyOf(byField.values());
    }

    /** A field whose value is wrong is not an unknown one, although the validator calls it that, too. */
    private static List<OutputUnit> faultsIn(OutputUnit found) {
        List<OutputUnit> faults = new ArrayList<>();
        Set<String> atFault = new HashSet<>();
        if (found != null && found.getErrors() != null) {
            for (OutputUnit unit : found.getErrors()) {
                String keyword = lastOf(unit.getKeywordLocation());
                if (REASONS.containsKey(keyword)) {
                    faults.add(unit);
                } else if ("properties".equals(keyword)) {
                    atFault.add(unit.getInstanceLocation() + "\n" + quotedIn(unit));
                }
            }
        }
        faults.removeIf(unit -> "additionalProperties".equals(lastOf(unit.getKeywordLocation()))
                && atFault.contains(unit.getInstanceLocation() + "\n" + quotedIn(unit)));
        return faults;
    }

    /** The path to it as it stands in the request: {@code incidents[0].lat}; null when it is the body itself. */
    private static String fieldOf(OutputUnit unit, String keyword, String parameter) {
        StringBuilder path = new StringBuilder(parameter == null ? "" : parameter);
        String location = unit.getInstanceLocation() == null ? "" : unit.getInstanceLocation();
        for (String step : location.replaceFirst("^#?/?", "").split("/", -1)) {
            append(path, step.replace("~1", "/").replace("~0", "~"));
        }
        if (keyword.equals("required")) {
            append(path, quotedIn(unit));
        }
        return path.length() == 0 ? null : path.toString();
    }

    private static void append(StringBuilder path, String step) {
        if (step.isEmpty()) {
            return;
        }
        if (step.chars().allMatch(Character::isDigit)) {
            path.append('[').append(step).append(']');
        } else {
            path.append(path.length() == 0 ? "" : ".").append(step);
        }
    }

    private static String sentence(OutputUnit unit, String keyword, String field, String language) {
        String error = unit.getError();
        return switch (keyword) {
            case "type" -> typeSentence(error, field, language);
            case "minLength", "minItems" -> {
                String least = firstOf(LAST_NUMBER, error);
                yield "1".equals(least) && keyword.equals("minLength")
                        ? told("empty", field, null, language)
                        : told(keyword, field, least, language);
            }
            case "maxLength", "maxItems", "minimum", "maximum" ->
                told(keyword, field, firstOf(LAST_NUMBER, error), language);
            case "enum" -> told(keyword, field, listed(error), language);
            case "format" -> told(keyword, field, quotedIn(unit), language);
            case "uniqueItems" -> told(keyword, field, null, language);
            default -> told(REASONS.get(keyword), field, null, language);
        };
    }

    private static String typeSentence(String error, String field, String language) {
        String expected = firstOf(EXPECTED, error);
        String first = expected == null ? "" : expected.replaceAll("[^a-z].*", "");
        String key = TYPES.getOrDefault(first, first);
        return told(Faults.isKnown(key) ? key : "wrong-type", field, null, language);
    }

    /** {@code ["a","b"]} as {@code a, b}. */
    private static String listed(String error) {
        String list = firstOf(LISTED, error);
        String plain = list == null ? "" : list.replaceAll("[\\[\\]\"]", "").replaceAll("\\s*,\\s*", ", ");
        return plain.length() > MAX_LIMIT_CHARACTERS ? plain.substring(0, MAX_LIMIT_CHARACTERS) + "…" : plain;
    }

    private static String told(String key, String field, String limit, String language) {
        String about = field == null ? Faults.sentences().of("body").in(language) : field;
        return Faults.words(key, about, limit).in(language);
    }

    private static String parameterOf(ValidatorException failure) {
        return firstOf(PARAMETER, failure.getMessage());
    }

    private static String quotedIn(OutputUnit unit) {
        String quoted = firstOf(QUOTED, unit.getError());
        return quoted == null ? "" : quoted;
    }

    private static String firstOf(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text == null ? "" : text);
        return found.find() ? found.group(1) : null;
    }

    private static String lastOf(String location) {
        String[] path = location == null ? new String[0] : location.split("/", -1);
        for (int i = path.length - 1; i > 0; i--) {
            if (!path[i].isEmpty() && !path[i].chars().allMatch(Character::isDigit)) {
                return path[i];
            }
        }
        return "";
    }
}
