package io.watchfloor.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.ReportProblem;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.Faults;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.answer.Words;
import io.watchfloor.gateway.intake.Intake;
import io.watchfloor.gateway.intake.Outcome;
import io.watchfloor.gateway.intake.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * One request with many reports, a line each. Lines are taken as they arrive, so that the body is never in memory as a
 * whole; the client is slowed down while many of its lines wait for their write.
 */
final class ReportLines {
    private static final long MAX_BODY_BYTES = 16L * 1024 * 1024;
    private static final int MAX_LINE_BYTES = 1024 * 1024;
    private static final int MAX_UNDER_WAY = 1_000;
    private static final int MAX_ERRORS_IN_PROBLEM = 100;

    private final RoutingContext ctx;
    private final HttpServerRequest request;
    private final Intake intake;
    private final LineSplitter splitter = new LineSplitter(MAX_LINE_BYTES, this::takeLine);
    private final List<Line> lines = new ArrayList<>();
    private int lineNumber;
    private long bytes;
    private int underWay;
    private boolean ended;
    private boolean answered;

    record Refused(int line, List<ReportProblem> errors) {}

    record Answer(
            List<ReportsHandler.Accepted> accepted,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Refused> refused) {}

    /** What became of one line. */
    private static final class Line {
        private final int number;
        private String id;
        private Outcome outcome;
        private List<ReportProblem> errors;

        Line(int number) {
            this.number = number;
        }
    }

    ReportLines(RoutingContext ctx, Intake intake) {
        this.ctx = ctx;
        this.request = ctx.request();
        this.intake = intake;
    }

    /** A signed body was read whole, because its signature covers all of it. */
    void read() {
        Buffer whole = ctx.body() == null ? null : ctx.body().buffer();
        if (whole != null) {
            takeChunk(whole);
            splitter.end();
            ended = true;
            answerWhenDone();
            return;
        }
        request.handler(this::takeChunk)
                .exceptionHandler(gone -> answered = true)
                .endHandler(end -> {
                    splitter.end();
                    ended = true;
                    answerWhenDone();
                });
    }

    private void takeChunk(Buffer chunk) {
        bytes += chunk.length();
        if (answered) {
            return;
        }
        if (bytes > MAX_BODY_BYTES) {
            answered = true;
            ctx.response().putHeader("Connection", "close");
            Answers.problem(ctx, KnownProblem.TOO_LARGE);
            return;
        }
        splitter.take(chunk);
        if (underWay > MAX_UNDER_WAY) {
            request.pause();
        }
    }

    private void takeLine(byte[] raw) {
        lineNumber++;
        if (isBlank(raw)) {
            return;
        }
        Line line = new Line(lineNumber);
        lines.add(line);
        if (raw.length > MAX_LINE_BYTES) {
            refuse(
                    line,
                    null,
                    List.of(new ReportProblem("too-long", null, "A line is at most " + MAX_LINE_BYTES + " bytes.")),
                    raw);
            return;
        }
        Reading reading = intake.read(raw);
        if (reading instanceof Reading.Refused refused) {
            refuse(line, refused.source(), refused.problems(), raw);
        } else if (reading instanceof Reading.Sound sound && !ReportsHandler.mayHandIn(ctx, sound.report())) {
            refuse(line, sound.report().source(), List.of(ReportsHandler.FOREIGN_SOURCE), raw);
        } else if (reading instanceof Reading.Sound sound) {
            line.id = sound.report().id();
            await(intake.submit(sound.report(), raw).onSuccess(outcome -> note(line, outcome)));
        }
    }

    private void refuse(Line line, String source, List<ReportProblem> problems, byte[] raw) {
        line.errors = problems;
        await(intake.refuse(source, problems, raw));
    }

    private static void note(Line line, Outcome outcome) {
        line.outcome = outcome;
        if (outcome == Outcome.CONFLICT) {
            line.errors = List.of(Intake.CONFLICT);
        }
    }

    private void await(Future<?> write) {
        underWay++;
        write.onComplete(done -> {
            underWay--;
            if (underWay == MAX_UNDER_WAY / 2) {
                request.resume();
            }
            answerWhenDone();
        });
    }

    private void answerWhenDone() {
        if (!ended || underWay > 0 || answered) {
            return;
        }
        answered = true;
        List<ReportsHandler.Accepted> accepted = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Line line : lines) {
            if (line.errors != null) {
                refused.add(new Refused(line.number, Faults.in(Words.languageOf(ctx), line.errors)));
            } else if (line.outcome.isTransient()) {
                Answers.problem(ctx, notAllWritten(line.outcome));
                return;
            } else {
                accepted.add(new ReportsHandler.Accepted(line.id, line.outcome == Outcome.DUPLICATE));
            }
        }
        if (accepted.isEmpty()) {
            answerRefused(refused);
        } else {
            Answers.json(ctx, 202, new Answer(accepted, refused));
        }
    }

    private static KnownProblem notAllWritten(Outcome outcome) {
        return outcome == Outcome.FULL ? KnownProblem.LINES_NOT_WRITTEN_FULL : KnownProblem.LINES_NOT_WRITTEN;
    }

    /** Not one line was sound. */
    private void answerRefused(List<Refused> refused) {
        if (refused.isEmpty()) {
            Answers.problem(ctx, KnownProblem.NO_REPORTS);
            return;
        }
        boolean chinese = Words.languageOf(ctx).equals("zh");
        List<ReportProblem> errors = refused.stream()
                .flatMap(line -> line.errors().stream()
                        .map(error -> new ReportProblem(
                                error.reason(),
                                error.field(),
                                (chinese ? "第 " + line.line() + " 行：" : "Line " + line.line() + ": ")
                                        + error.detail())))
                .limit(MAX_ERRORS_IN_PROBLEM)
                .toList();
        Answers.problem(ctx, KnownProblem.faults(ReportsHandler.INVALID, errors));
    }

    private static boolean isBlank(byte[] raw) {
        for (byte b : raw) {
            if (b != ' ' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
