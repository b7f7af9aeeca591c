package io.watchfloor.text.trainer;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.Understanding;
import io.watchfloor.contract.Wish;
import io.watchfloor.text.ReportReader;
import io.watchfloor.text.place.PlaceFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures the whole reader, lexicon and rules included, on a table of texts labelled with our own terms: columns
 * {@code text}, {@code type} and, where they are known, {@code urgent} (yes or no: grade II or graver) and {@code wish}.
 */
final class OwnLabels {
    private static final String TEXT = "text";
    private static final String TYPE = "type";
    private static final String URGENT = "urgent";
    private static final String WISH = "wish";
    private static final List<String> URGENCIES = List.of("no", "yes");
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private final String name;
    private final List<Row> rows;

    /**
     * Reads a table.
     *
     * @throws BadInputException when it has no texts or no types
     */
    OwnLabels(Path file) throws IOException {
        name = String.valueOf(file.getFileName());
        rows = TableReader.read(file);
        if (rows.isEmpty() || !rows.get(0).values().keySet().containsAll(List.of(TEXT, TYPE))) {
            throw new BadInputException(name + " needs the columns text and type, and may have urgent and wish");
        }
    }

    private OwnLabels(String name, List<Row> rows) {
        this.name = name;
        this.rows = rows;
    }

    /** Those that do not nearly stand among others. */
    OwnLabels without(NearCopies others) {
        return new OwnLabels(
                name,
                rows.stream().filter(row -> !others.isNear(row.value(TEXT))).toList());
    }

    /** The labelled texts. */
    List<Row> rows() {
        return rows;
    }

    /** Type, urgency and wish, as far as the table has them. */
    List<Finding> measure(ReportReader reader) {
        List<String> types =
                IncidentTypes.listAll().stream().map(IncidentType::code).toList();
        List<String> wishes =
                Arrays.stream(Wish.values()).map(OwnLabels::wireName).toList();
        Confusion type = new Confusion(types);
        Confusion urgent = new Confusion(URGENCIES);
        Confusion wish = new Confusion(wishes);
        for (Row row : rows) {
            Understanding read = read(reader, row);
            add(type, types, row, TYPE, read.type());
            add(urgent, URGENCIES, row, URGENT, read.grade().isUrgent() ? "yes" : "no");
            add(wish, wishes, row, WISH, wireName(read.wish()));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(name, TYPE, type));
        findings.add(new Finding(name, URGENT, urgent));
        findings.add(new Finding(name, WISH, wish));
        return findings.stream().filter(f -> f.confusion().total() > 0).toList();
    }

    /** How sure the reader is of types against how often it is right. */
    Reliability reliability(ReportReader reader) {
        Reliability reliability = new Reliability(name);
        for (Row row : rows) {
            reliability.add(read(reader, row), row.value(TYPE));
        }
        return reliability;
    }

    /** The texts read wrongly, one line each, for whoever mends the words. */
    String mistakes(ReportReader reader) {
        StringBuilder lines = new StringBuilder();
        for (Row row : rows) {
            Understanding read = read(reader, row);
            String urgent = read.grade().isUrgent() ? "yes" : "no";
            String answer = read.type() + " " + urgent + " " + wireName(read.wish());
            String truth = row.value(TYPE) + " " + row.values().getOrDefault(URGENT, urgent) + " "
                    + row.values().getOrDefault(WISH, wireName(read.wish()));
            if (!answer.equals(truth)) {
                lines.append(String.format(
                        Locale.ROOT,
                        "%s → %s (%.2f) %s: %s%n",
                        truth,
                        answer,
                        read.typeConfidence(),
                        read.evidence(),
                        row.value(TEXT)));
            }
        }
        return lines.toString();
    }

    private static Understanding read(ReportReader reader, Row row) {
        return reader.read(report(row.value(TEXT)), PlaceFinder.none());
    }

    /** A call that says this and nothing else. */
    static Report report(String text) {
        return new Report("own", "R-1", "own", "1", ReportKind.CALL, null, text, AT, AT, null, null, null, null);
    }

    private static void add(Confusion confusion, List<String> labels, Row row, String column, String answer) {
        int truth = labels.indexOf(
                Optional.ofNullable(row.values().get(column)).map(String::strip).orElse(""));
        if (truth >= 0) {
            confusion.add(truth, labels.indexOf(answer));
        }
    }

    private static String wireName(Wish wish) {
        return wish.name().toLowerCase(Locale.ROOT);
    }
}
