package io.watchfloor.gateway.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.ReportKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the columns of a file mean. The README of this module says how to write one.
 *
 * @param source name of the feed
 * @param charset of the file; UTF-8 when absent
 * @param delimiter between columns; a comma when absent
 * @param sourceId column that holds the row's id; its number when absent
 * @param occurredAt when it happened
 * @param lat column of WGS-84 degrees; null when there is none
 * @param lon column of WGS-84 degrees; null when there is none
 * @param nowhere positions that stand for "unknown", each as {@code lat,lon} exactly as in the file
 * @param kind how it reached us: one word, or a column with its values
 * @param type what it is about
 * @param text what was said, a template with {@code {columns}}
 * @param address a template; null when there is none
 * @param reporter a template; null when there is none
 */
record FeedMapping(
        String source,
        String charset,
        String delimiter,
        String sourceId,
        Time occurredAt,
        String lat,
        String lon,
        List<String> nowhere,
        JsonNode kind,
        Type type,
        String text,
        String address,
        String reporter) {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    private static final ObjectReader READER = Json.mapper()
            .readerFor(FeedMapping.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(JsonParser.Feature.ALLOW_COMMENTS);

    /**
     * When it happened.
     *
     * @param column where it stands
     * @param patterns as {@link java.time.format.DateTimeFormatter} has them, or {@code iso}, {@code epoch-seconds},
     *     {@code epoch-millis}; the first that fits is taken
     * @param zone whose local time it is, where the file does not say
     */
    record Time(String column, List<String> patterns, String zone) {}

    /**
     * What it is about: the first rule that fits one of the columns, else the default; without a default such a row is
     * refused as unmapped.
     */
    record Type(
            List<String> columns,
            List<Rule> rules,
            @JsonProperty("default") String byDefault) {}

    /** Fits when a column equals, starts with or contains one of these words; capital letters make no difference. */
    record Rule(String type, List<String> equals, List<String> startsWith, List<String> contains) {}

    /** A column whose values say how it reached us. */
    record KindColumn(
            String column,
            Map<String, String> values,
            @JsonProperty("default") String byDefault) {}

    /**
     * Reads a mapping.
     *
     * @throws FeedMappingException when it cannot be used
     */
    static FeedMapping read(Path file) {
        try {
            FeedMapping mapping = READER.readValue(Files.readAllBytes(file));
            mapping.check();
            return mapping;
        } catch (JsonProcessingException e) {
            throw new FeedMappingException("The mapping " + file + " cannot be read: " + e.getOriginalMessage()
                    + (e.getLocation() == null
                            ? ""
                            : " (line " + e.getLocation().getLineNr() + ")") + ".");
        } catch (IOException e) {
            throw new FeedMappingException("The mapping " + file + " cannot be read: " + e.getMessage() + ".");
        } catch (FeedMappingException e) {
            throw new FeedMappingException("The mapping " + file + " cannot be used: " + e.getMessage());
        }
    }

    Charset charsetOrUtf8() {
        return Charset.forName(charset == null ? "UTF-8" : charset);
    }

    ZoneId zoneOrNull() {
        return occurredAt.zone() == null ? null : ZoneId.of(occurredAt.zone());
    }

    KindColumn kindColumn() {
        return Json.mapper().convertValue(kind, KindColumn.class);
    }

    /** Every column it speaks of. */
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        columns.add(occurredAt.column());
        if (type != null && type.columns() != null) {
            columns.addAll(type.columns());
        }
        for (String column :
                Arrays.asList(sourceId, lat, lon, kind.isObject() ? kindColumn().column() : null)) {
            if (column != null) {
                columns.add(column);
            }
        }
        for (String template : Arrays.asList(text, address, reporter)) {
            Matcher placeholder = PLACEHOLDER.matcher(template == null ? "" : template);
            while (placeholder.find()) {
                columns.add(placeholder.group(1));
            }
        }
        return columns;
    }

    private void check() {
        require(source != null && source.matches("[a-z0-9._-]{1,64}"), "source is 1 to 64 of a-z, 0-9, '.', '_', '-'.");
        require(
                occurredAt != null
                        && occurredAt.column() != null
                        && occurredAt.patterns() != null
                        && !occurredAt.patterns().isEmpty(),
                "occurredAt needs a column and patterns.");
        require(text != null, "text is missing; it is a template such as \"{column}: {other column}\".");
        require((lat == null) == (lon == null), "lat and lon are given together.");
        require(delimiter == null || delimiter.length() == 1, "delimiter is one character.");
        require(charset == null || Charset.isSupported(charset), "charset '" + charset + "' is not known.");
        checkZone();
        checkKind();
        checkType();
    }

    private void checkZone() {
        try {
            zoneOrNull();
        } catch (DateTimeException e) {
            throw new FeedMappingException(
                    "zone '" + occurredAt.zone() + "' is not known; it is a name such as Asia/Shanghai.");
        }
    }

    private void checkKind() {
        require(kind != null && (kind.isTextual() || kind.isObject()), "kind is a word, or an object with a column.");
        if (kind.isTextual()) {
            requireKind(kind.textValue());
            return;
        }
        KindColumn column = kindColumn();
        require(column.column() != null && column.values() != null, "kind needs a column and its values.");
        column.values().values().forEach(FeedMapping::requireKind);
        if (column.byDefault() != null) {
            requireKind(column.byDefault());
        }
    }

    private void checkType() {
        if (type == null) {
            return;
        }
        require(type.rules() == null || type.columns() != null, "type has rules but no columns.");
        for (Rule rule : type.rules() == null ? List.<Rule>of() : type.rules()) {
            requireType(rule.type());
        }
        if (type.byDefault() != null) {
            requireType(type.byDefault());
        }
    }

    private static void requireKind(String name) {
        boolean known =
                Arrays.stream(ReportKind.values()).anyMatch(kind -> kind.name().equalsIgnoreCase(name));
        require(
                known,
                "kind '" + name + "' is not one of "
                        + Arrays.toString(ReportKind.values()).toLowerCase(Locale.ROOT) + ".");
    }

    private static void requireType(String code) {
        require(code != null && IncidentTypes.find(code).isPresent(), "type '" + code + "' is not in the catalogue.");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new FeedMappingException(otherwise);
        }
    }
}
