package io.watchfloor.gateway.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.ReportProblem;
import io.watchfloor.gateway.feed.FeedMapping.KindColumn;
import io.watchfloor.gateway.feed.FeedMapping.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;

/** Makes a report, as the API takes it, of a row. */
final class RowMapper {
    private final FeedMapping mapping;
    private final RowTimes times;
    private final KindColumn kindColumn;

    /**
     * What a row says.
     *
     * @param report as the API takes it; null when the row cannot be mapped
     * @param occurredAt when; null when that cannot be read
     * @param problem why it cannot be mapped; null when it can
     */
    record Mapped(ObjectNode report, Instant occurredAt, ReportProblem problem) {}

    RowMapper(FeedMapping mapping) {
        this.mapping = mapping;
        this.times = new RowTimes(mapping.occurredAt().patterns(), mapping.zoneOrNull());
        this.kindColumn = mapping.kind().isObject() ? mapping.kindColumn() : null;
    }

    Mapped map(Row row) {
        if (row.fault() != null) {
            return refused(null, row, row.fault());
        }
        String said = row.cell(mapping.occurredAt().column());
        Optional<Instant> occurredAt = times.read(said);
        if (occurredAt.isEmpty()) {
            return refused(
                    null, row, problem("malformed", "occurredAt", "its time does not fit any pattern of the mapping"));
        }
        Instant at = occurredAt.get();
        String kind = kindOf(row);
        if (kind == null) {
            return refused(at, row, problem("unmapped", "kind", "the mapping gives its kind no value and no default"));
        }
        Optional<String> type = typeOf(row);
        if (type.isEmpty() && mapping.type() != null) {
            return refused(at, row, problem("unmapped", "type", "no rule of the mapping fits and there is no default"));
        }
        ObjectNode report = Json.mapper().createObjectNode();
        report.put("source", mapping.source())
                .put(
                        "sourceId",
                        mapping.sourceId() == null ? Long.toString(row.number()) : row.cell(mapping.sourceId()))
                .put("kind", kind)
                .put("text", fill(mapping.text(), row).strip())
                .put("occurredAt", at.toString());
        type.ifPresent(code -> report.put("type", code));
        putLine(report, "address", mapping.address(), row);
        putLine(report, "reporter", mapping.reporter(), row);
        ReportProblem misplaced = putPosition(report, row);
        return misplaced == null ? new Mapped(report, at, null) : refused(at, row, misplaced);
    }

    private String kindOf(Row row) {
        return kindColumn == null
                ? mapping.kind().textValue()
                : kindColumn.values().getOrDefault(row.cell(kindColumn.column()), kindColumn.byDefault());
    }

    private Optional<String> typeOf(Row row) {
        if (mapping.type() == null) {
            return Optional.empty();
        }
        List<Rule> rules =
                mapping.type().rules() == null ? List.of() : mapping.type().rules();
        for (Rule rule : rules) {
            for (String column : mapping.type().columns()) {
                if (fits(rule, row.cell(column).toLowerCase(Locale.ROOT))) {
                    return Optional.of(rule.type());
                }
            }
        }
        return Optional.ofNullable(mapping.type().byDefault());
    }

    private static boolean fits(Rule rule, String cell) {
        return any(rule.equals(), cell, String::equals)
                || any(rule.startsWith(), cell, String::startsWith)
                || any(rule.contains(), cell, String::contains);
    }

    private static boolean any(List<String> words, String cell, BiPredicate<String, String> test) {
        return words != null && words.stream().anyMatch(word -> test.test(cell, word.toLowerCase(Locale.ROOT)));
    }

    private ReportProblem putPosition(ObjectNode report, Row row) {
        String lat = row.cell(mapping.lat());
        String lon = row.cell(mapping.lon());
        boolean nowhere = mapping.nowhere() != null && mapping.nowhere().contains(lat + "," + lon);
        if (nowhere || (lat.isEmpty() && lon.isEmpty())) {
            return null;
        }
        try {
            if (!lat.isEmpty()) {
                report.put("lat", Double.parseDouble(lat));
            }
            if (!lon.isEmpty()) {
                report.put("lon", Double.parseDouble(lon));
            }
            return null;
        } catch (NumberFormatException e) {
            return problem("wrong-type", "lat", "its position is not a number of degrees");
        }
    }

    private static void putLine(ObjectNode report, String field, String template, Row row) {
        String line = template == null
                ? ""
                : fill(template, row).replaceAll("\\s+", " ").strip();
        if (!line.isEmpty()) {
            report.put(field, line);
        }
    }

    private static String fill(String template, Row row) {
        return FeedMapping.PLACEHOLDER
                .matcher(template)
                .replaceAll(column -> Matcher.quoteReplacement(row.cell(column.group(1))));
    }

    private static Mapped refused(Instant at, Row row, ReportProblem problem) {
        return new Mapped(null, at, numbered(row, problem));
    }

    /** The problem with the number of the row it is in. */
    static ReportProblem numbered(Row row, ReportProblem problem) {
        return new ReportProblem(problem.reason(), problem.field(), "Row " + row.number() + ": " + problem.detail());
    }

    private static ReportProblem problem(String reason, String field, String detail) {
        return new ReportProblem(reason, field, detail + ".");
    }
}
