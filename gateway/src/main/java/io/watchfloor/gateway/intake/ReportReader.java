package io.watchfloor.gateway.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Reads one report as a feed sends it, and says everything that is wrong with it at once. */
public final class ReportReader {
    private static final Set<String> FIELDS =
            Set.of("source", "sourceId", "kind", "type", "text", "occurredAt", "lat", "lon", "address", "reporter");
    private static final int MAX_UNKNOWN_NAMED = 5;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final ObjectReader TREE = Json.mapper().readerFor(JsonNode.class);

    private final String world;

    /** Reads reports of this world. */
    public ReportReader(String world) {
        this.world = world;
    }

    /** Reads a report from UTF-8 JSON that arrived now. */
    public Reading read(byte[] json, Instant now) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException e) {
            return refused(null, new ReportProblem("not-utf8", null, "The bytes are not UTF-8."));
        }
        try {
            return read(TREE.<JsonNode>readValue(withoutMark(text)), now);
        } catch (StreamConstraintsException e) {
            return refused(
                    null,
                    new ReportProblem(
                            "malformed-json",
                            null,
                            "The JSON is nested deeper than " + Json.MAX_NESTING_DEPTH
                                    + " levels or has a number longer than "
                                    + StreamReadConstraints.DEFAULT_MAX_NUM_LEN + " digits."));
        } catch (JsonProcessingException e) {
            return refused(null, new ReportProblem("malformed-json", null, "Not JSON: " + sentence(e)));
        }
    }

    /** Reads a report from a parsed object. */
    public Reading read(JsonNode json, Instant now) {
        if (!json.isObject()) {
            return refused(
                    null,
                    new ReportProblem("wrong-type", null, "A report is a JSON object with the fields " + names()));
        }
        FieldReader in = new FieldReader(json);
        Report report = report(in, now);
        nameUnknownFields(json, in.problems());
        if (in.problems().isEmpty()) {
            return new Reading.Sound(report);
        }
        return new Reading.Refused(in.faulty("source") ? null : report.source(), List.copyOf(in.problems()));
    }

    private Report report(FieldReader in, Instant now) {
        String source = in.source("source");
        String sourceId = in.id("sourceId");
        var kind = in.kind("kind");
        String type = in.type("type");
        String text = in.words("text", type != null);
        Instant occurredAt = in.occurredAt("occurredAt", now);
        FieldReader.Point point = in.point("lat", "lon");
        return new Report(
                world,
                source == null || sourceId == null ? null : Ids.report(world, source, sourceId),
                source,
                sourceId,
                kind,
                type,
                text,
                occurredAt,
                now,
                point.lat(),
                point.lon(),
                in.line("address", 500),
                in.line("reporter", 200));
    }

    private static void nameUnknownFields(JsonNode json, List<ReportProblem> problems) {
        List<String> unknown = new ArrayList<>();
        for (Iterator<String> names = json.fieldNames(); names.hasNext() && unknown.size() < MAX_UNKNOWN_NAMED; ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                unknown.add(name);
            }
        }
        for (String name : unknown) {
            String shown = Characters.shown(name);
            problems.add(new ReportProblem(
                    "unknown-field", shown, "There is no field '" + shown + "'; a report has " + names()));
        }
    }

    private static String names() {
        return "source, sourceId, kind, type, text, occurredAt, lat, lon, address and reporter.";
    }

    private static Reading refused(String source, ReportProblem problem) {
        return new Reading.Refused(source, List.of(problem));
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String sentence(JsonProcessingException e) {
        String message = Characters.shown(e.getOriginalMessage());
        return e.getLocation() == null
                ? message
                : message + " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }
}
