package io.watchfloor.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.NullIsland;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.ReportProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the fields of one report and gathers what is wrong with them. A field at fault reads as null. */
final class FieldReader {
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9._-]{1,64}");
    private static final int MAX_ID_CHARACTERS = 128;
    private static final int MAX_TEXT_CHARACTERS = 4_000;
    private static final String KINDS = Arrays.stream(ReportKind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    private static final String TYPES =
            IncidentTypes.listAll().stream().map(IncidentType::code).collect(Collectors.joining(", "));

    private final JsonNode json;
    private final List<ReportProblem> problems = new ArrayList<>();

    /** WGS-84 degrees; both null when not located. */
    record Point(Double lat, Double lon) {
        static final Point NOWHERE = new Point(null, null);
    }

    FieldReader(JsonNode json) {
        this.json = json;
    }

    List<ReportProblem> problems() {
        return problems;
    }

    boolean faulty(String field) {
        return problems.stream().anyMatch(problem -> field.equals(problem.field()));
    }

    String source(String field) {
        String value = required(field);
        if (value != null && !SOURCE.matcher(value).matches()) {
            return fault("malformed", field, "source is 1 to 64 of a-z, 0-9, '.', '_' and '-'.");
        }
        return value;
    }

    String id(String field) {
        if (json.path(field).isNumber()) {
            return fault("wrong-type", field, "Send " + field + " as text: a large number loses digits on its way.");
        }
        String value = clean(field, required(field), false, MAX_ID_CHARACTERS);
        if (value != null && (!value.equals(value.strip()) || Characters.hasInvisible(value))) {
            return fault("malformed", field, field + " has blanks around it or characters that cannot be seen.");
        }
        return value;
    }

    ReportKind kind(String field) {
        String value = required(field);
        if (value == null) {
            return null;
        }
        for (ReportKind kind : ReportKind.values()) {
            if (kind.name().equalsIgnoreCase(value)) {
                return kind;
            }
        }
        fault("unknown-value", field, "'" + Characters.shown(value) + "' is not one of " + KINDS + ".");
        return null;
    }

    String type(String field) {
        String value = optional(field);
        if (value != null && IncidentTypes.find(value).isEmpty()) {
            return fault("unknown-value", field, "'" + Characters.shown(value) + "' is not one of " + TYPES + ".");
        }
        return value;
    }

    /** What was said; may be empty only when something else says what it is about. */
    String words(String field, boolean mayBeEmpty) {
        JsonNode node = json.path(field);
        if (mayBeEmpty && node.isTextual() && node.textValue().isBlank()) {
            return "";
        }
        return clean(field, required(field), true, MAX_TEXT_CHARACTERS);
    }

    /** An optional text of one line; blank reads as absent. */
    String line(String field, int maxCharacters) {
        return clean(field, optional(field), false, maxCharacters);
    }

    Instant occurredAt(String field, Instant now) {
        JsonNode node = json.path(field);
        if (node.isNumber()) {
            return timeFault("wrong-type", field, ReportTime.adviseOnNumber(node.asText()));
        }
        String value = required(field);
        if (value == null) {
            return null;
        }
        ReportTime time = ReportTime.read(value, now);
        return time.reason() == null ? time.instant() : timeFault(time.reason(), field, time.detail());
    }

    Point point(String latField, String lonField) {
        Double lat = number(latField);
        Double lon = number(lonField);
        if (faulty(latField) || faulty(lonField)) {
            return Point.NOWHERE;
        }
        if ((lat == null) != (lon == null)) {
            String missing = lat == null ? latField : lonField;
            fault("missing", missing, "A position needs both lat and lon; " + missing + " is missing.");
            return Point.NOWHERE;
        }
        if (lat == null) {
            return Point.NOWHERE;
        }
        if (NullIsland.isAt(lat, lon)) {
            fault(NullIsland.REASON, latField, NullIsland.SENTENCE);
            return Point.NOWHERE;
        }
        boolean latFits = Math.abs(lat) <= 90;
        boolean lonFits = Math.abs(lon) <= 180;
        if (latFits && lonFits) {
            return new Point(lat, lon);
        }
        String swapped = Math.abs(lat) <= 180 && Math.abs(lon) <= 90 ? " They look swapped." : "";
        if (!latFits) {
            fault("out-of-range", latField, "lat is WGS-84 degrees from -90 to 90." + swapped);
        }
        if (!lonFits) {
            fault("out-of-range", lonField, "lon is WGS-84 degrees from -180 to 180.");
        }
        return Point.NOWHERE;
    }

    private Double number(String field) {
        JsonNode node = json.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isNumber()) {
            fault("wrong-type", field, field + " is a number of WGS-84 degrees, not " + nameOf(node) + ".");
            return null;
        }
        return node.doubleValue();
    }

    private String required(String field) {
        JsonNode node = json.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return fault("missing", field, field + " is missing.");
        }
        String value = text(field, node);
        return value != null && value.isBlank() ? fault("empty", field, field + " is empty.") : value;
    }

    private String optional(String field) {
        JsonNode node = json.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        String value = text(field, node);
        return value == null || value.isBlank() ? null : value;
    }

    private String text(String field, JsonNode node) {
        return node.isTextual()
                ? node.textValue()
                : fault("wrong-type", field, field + " is text, not " + nameOf(node) + ".");
    }

    private String clean(String field, String value, boolean severalLines, int maxCharacters) {
        if (value == null) {
            return null;
        }
        if (value.length() > maxCharacters) {
            return fault(
                    "too-long",
                    field,
                    field + " has " + value.length() + " characters; at most " + maxCharacters + " are taken.");
        }
        Optional<String> illegal = Characters.findFault(value, severalLines);
        return illegal.isPresent() ? fault("illegal-character", field, field + " " + illegal.get() + ".") : value;
    }

    private Instant timeFault(String reason, String field, String detail) {
        fault(reason, field, detail);
        return null;
    }

    /** Always null, so that a caller can answer with it. */
    private String fault(String reason, String field, String detail) {
        problems.add(new ReportProblem(reason, field, detail));
        return null;
    }

    private static String nameOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            case STRING -> "text";
            default -> "this";
        };
    }
}
