package io.watchfloor.gateway.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportProblem;
import io.watchfloor.gateway.access.Principal;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.intake.Intake;
import io.watchfloor.gateway.intake.Outcome;
import io.watchfloor.gateway.intake.Reading;
import java.util.List;

/** {@code POST /reports}: one report as JSON, or many as lines of JSON. */
final class ReportsHandler implements Handler<RoutingContext> {
    static final ReportProblem FOREIGN_SOURCE =
            new ReportProblem("foreign-source", "source", "The key that was sent is another feed's.");

    static final String INVALID = "invalid-report";

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
            Answers.faults(ctx, INVALID, refused.problems());
        } else if (reading instanceof Reading.Sound sound && !mayHandIn(ctx, sound.report())) {
            Answers.problem(ctx, KnownProblem.REPORT_OF_OTHER_FEED);
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
            case CONFLICT -> Answers.problem(ctx, KnownProblem.REPORT_CONFLICT);
            case FULL, UNAVAILABLE -> Answers.problem(ctx, unavailable(outcome));
        }
    }

    static KnownProblem unavailable(Outcome outcome) {
        return outcome == Outcome.FULL ? KnownProblem.INTAKE_FULL : KnownProblem.INTAKE_UNAVAILABLE;
    }
}
