package io.watchfloor.faults.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All lines so far; written again after each, so that a run that breaks off has said what it saw. */
public final class FaultReport {
    private final Path folder;
    private final PrintStream out;
    private final Instant startedAt = Instant.now();
    private final List<FaultLine> lines = new ArrayList<>();

    /** An empty report that will lie in this folder. */
    public FaultReport(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Adds a line, says it, and writes both files. */
    public void add(FaultLine line) throws IOException {
        lines.add(line);
        out.println(line.text());
        out.flush();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("faults.txt"), text());
        Files.writeString(folder.resolve("faults.html"), html());
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
        return String.format(
                "Faults, begun %s: %d passed, %d failed, %d not run",
                startedAt,
                count(FaultLine.Verdict.PASSED),
                count(FaultLine.Verdict.FAILED),
                count(FaultLine.Verdict.NOT_RUN));
    }

    private long count(FaultLine.Verdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).count();
    }

    private String html() {
        String rows = lines.stream().map(FaultReport::row).collect(Collectors.joining("\n"));
        return """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><title>Faults</title>
            <style>
            body { font: 15px/1.5 sans-serif; margin: 2em; max-width: 90em }
            td, th { text-align: left; padding: .4em .8em; border-bottom: 1px solid #ddd; vertical-align: top }
            .PASSED { color: #176b2c } .FAILED { color: #b00020; font-weight: bold } .NOT_RUN { color: #666 }
            </style>
            <h1>Faults</h1><p>%s</p>
            <table><tr><th>#<th>Fault<th>Must hold<th>Verdict<th>Figure<th>Note<th>Seconds</tr>
            %s
            </table></html>
            """.formatted(escape(summary()), rows);
    }

    private static String row(FaultLine line) {
        return String.format(
                "<tr><td>%d<td>%s<td>%s<td class=%s>%s<td>%s<td>%s<td>%d</tr>",
                line.number(),
                escape(line.fault()),
                escape(line.rule()),
                line.verdict().name(),
                line.verdict().name().replace('_', ' '),
                escape(line.figure()),
                escape(line.note()),
                line.took().toSeconds());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
