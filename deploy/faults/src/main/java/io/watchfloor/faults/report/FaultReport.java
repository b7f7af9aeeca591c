package io.watchfloor.faults.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** All lines so far; written again after each, so that a run that breaks off has said what it saw. */
public final class FaultReport {
    private final Path folder;
    private final PrintStream out;
    private final Instant startedAt = Instant.now();
    private final List<FaultLine> lines = new ArrayList<>();
    private final MachineLoad load = new MachineLoad();

    /** An empty report that will lie in this folder. */
    public FaultReport(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Adds a line, says it, and writes all three files. */
    public void add(FaultLine line) throws IOException {
        lines.add(line);
        lines.sort(Comparator.comparingInt(FaultLine::number)); // they run in the order of what they need
        load.look();
        out.println(line.text());
        out.flush();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("faults.txt"), text());
        Files.writeString(folder.resolve("faults.html"), html());
        Files.writeString(folder.resolve("faults.md"), markdown());
    }

    /** Every line. */
    public List<FaultLine> lines() {
        return List.copyOf(lines);
    }

    /** Whether no fault failed. */
    public boolean isGood() {
        return lines.stream().noneMatch(line -> line.verdict() == FaultLine.Verdict.FAILED);
    }

    private String text() {
        return summary() + "\n\n" + lines.stream().map(FaultLine::text).collect(Collectors.joining("\n")) + "\n";
    }

    private String summary() {
        Tally all = lines.stream().map(FaultLine::tally).reduce(Tally.NONE, Tally::plus);
        Recoveries recoveries = new Recoveries(lines.stream()
                .flatMap(line -> line.recoveries().millis().stream())
                .toList());
        return String.format(
                "Begun %s: %d passed, %d of them in part, %d failed, %d not run. All together: %s. Recovery %s. %s.",
                startedAt,
                count(FaultLine.Verdict.PASSED) + count(FaultLine.Verdict.IN_PART),
                count(FaultLine.Verdict.IN_PART),
                count(FaultLine.Verdict.FAILED),
                count(FaultLine.Verdict.NOT_RUN),
                all.text(),
                recoveries.text(),
                load.text());
    }

    private long count(FaultLine.Verdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).count();
    }

    private String markdown() {
        String rows = lines.stream()
                .map(line -> String.format(
                        "| %d | %s | %s | %d | %d | %d | %d of %d | %s | %s |",
                        line.number(),
                        line.fault(),
                        line.verdict().word(),
                        line.tally().acknowledged(),
                        line.tally().lost(),
                        line.tally().doubled(),
                        line.tally().sentTwice(),
                        line.tally().races(),
                        line.recoveries().text(),
                        words(line)))
                .collect(Collectors.joining("\n"));
        return """
            %s

            | # | fault | verdict | acknowledged | lost | doubled | sent twice, of races | recovery | seen |
            |---|---|---|---|---|---|---|---|---|
            %s
            """.formatted(summary(), rows);
    }

    private static String words(FaultLine line) {
        String both = line.figure() + (line.figure().isEmpty() || line.note().isEmpty() ? "" : "; ") + line.note();
        return both.replace("|", "/");
    }

    private String html() {
        String rows = lines.stream().map(FaultReport::row).collect(Collectors.joining("\n"));
        return """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><title>Faults</title>
            <style>
            body { font: 15px/1.5 sans-serif; margin: 2em; max-width: 110em }
            td, th { text-align: left; padding: .4em .8em; border-bottom: 1px solid #ddd; vertical-align: top }
            .PASSED { color: #176b2c }  .IN_PART { color: #8a5a00 } .FAILED { color: #b00020; font-weight: bold } .NOT_RUN { color: #666 }
            </style>
            <h1>Faults</h1><p>%s</p>
            <table><tr><th>#<th>Fault<th>Must hold<th>Verdict<th>Acknowledged<th>Lost<th>Doubled<th>Races<th>Sent twice\
            <th>Recovery<th>Figure<th>Note<th>Seconds</tr>
            %s
            </table></html>
            """.formatted(escape(summary()), rows);
    }

    private static String row(FaultLine line) {
        return String.format(
                "<tr><td>%d<td>%s<td>%s<td class=%s>%s<td>%d<td>%d<td>%d<td>%d<td>%d<td>%s<td>%s<td>%s<td>%d</tr>",
                line.number(),
                escape(line.fault()),
                escape(line.rule()),
                line.verdict().name(),
                line.verdict().word(),
                line.tally().acknowledged(),
                line.tally().lost(),
                line.tally().doubled(),
                line.tally().races(),
                line.tally().sentTwice(),
                escape(line.recoveries().text()),
                escape(line.figure()),
                escape(line.note()),
                line.took().toSeconds());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
