package io.watchfloor.gateway.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Problem;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportProblem;
import io.watchfloor.gateway.access.Principal;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.intake.Intake;
import io.watchfloor.gateway.intake.Outcome;
import io.watchfloor.gateway.intake.Reading;
import java.util.List;

/** {@code POST /reports}: one report as JSON, or many as lines of JSON. */
final class ReportsHandler implements Handler<RoutingContext> {
    static final ReportProblem FOREIGN_SOURCE =
            new ReportProblem("foreign-source", "source", "The key that was sent is another feed's.");

    private final Intake intake;

    record Accepted(String id, boolean duplicate) {}

    record AllAccepted(List<Accepted> accepted) {}

    ReportsHandler(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void handle(RoutingContext ctx) {
        if (BodyReader.isNdjson(ctx.request())) {
            new ReportLines(ctx, intake).read();
        } else {
            one(ctx);
        }
    }

    private void one(RoutingContext ctx) {
        Buffer body = ctx.body().buffer();
        byte[] raw = body == null ? new byte[0] : body.getBytes();
        Reading reading = intake.read(raw);
        if (reading instanceof Reading.Refused refused) {
            intake.refuse(refused.source(), refused.problems(), raw);
            Answers.problem(ctx, invalid(refused.problems()));
        } else if (reading instanceof Reading.Sound sound && !mayHandIn(ctx, sound.report())) {
            Answers.problem(
                    ctx,
                    new Problem(
                            "urn:watchfloor:problem:not-allowed",
                            "Not allowed",
                            403,
                            FOREIGN_SOURCE.detail(),
                            List.of(FOREIGN_SOURCE),
                            null));
        } else if (reading instanceof Reading.Sound sound) {
            Report report = sound.report();
            intake.submit(report, raw).onSuccess(outcome -> answer(ctx, report, outcome));
        }
    }

    /** A key that was made for one feed hands in no other's reports. */
    static boolean mayHandIn(RoutingContext ctx, Report report) {
        String source = Principal.of(ctx).source();
        return source == null || source.equals(report.source());
    }

    private static void answer(RoutingContext ctx, Report report, Outcome outcome) {
        switch (outcome) {
            case ACCEPTED, DUPLICATE ->
                Answers.json(
                        ctx, 202, new AllAccepted(List.of(new Accepted(report.id(), outcome == Outcome.DUPLICATE))));
            case CONFLICT ->
                Answers.problem(
                        ctx,
                        new Problem(
                                "urn:watchfloor:problem:report-conflict",
                                "Report conflict",
                                409,
                                Intake.CONFLICT.detail(),
                                List.of(Intake.CONFLICT),
                                null));
            case FULL, UNAVAILABLE -> Answers.problem(ctx, unavailable(outcome));
        }
    }

    static Problem invalid(List<ReportProblem> problems) {
        return new Problem(
                "urn:watchfloor:problem:invalid-report",
                "Invalid report",
                400,
                problems.get(0).detail(),
                problems,
                null);
    }

    static Problem unavailable(Outcome outcome) {
        return outcome == Outcome.FULL
                ? Problem.of(503, "intake-full", "Intake full", "Too many reports wait to be written; send it again.")
                : Problem.of(
                        503,
                        "intake-unavailable",
                        "Intake unavailable",
                        "It could not be written durably and is not acknowledged; send it again, once is enough.");
    }
}
