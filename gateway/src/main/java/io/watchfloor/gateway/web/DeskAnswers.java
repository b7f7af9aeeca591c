package io.watchfloor.gateway.web;

import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Problem;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.graph.DeskResult;
import java.util.Locale;

/** Tells why the duty desk said no. */
final class DeskAnswers {
    private DeskAnswers() {}

    static void refused(RoutingContext ctx, DeskResult result) {
        int status =
                switch (result.refusal()) {
                    case INCIDENT_UNKNOWN, PERSON_UNKNOWN, ASSIGNMENT_UNKNOWN -> 404;
                    case INCIDENT_NOT_OPEN, PERSON_TAKEN, PERSON_UNAVAILABLE, STEP_NOT_ALLOWED, STILL_ASSIGNED -> 409;
                };
        String name = result.refusal().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Answers.problem(
                ctx,
                new Problem(
                        "urn:watchfloor:problem:" + name,
                        titleOf(result.refusal()),
                        status,
                        sentence(ctx, result),
                        null,
                        result.heldBy()));
    }

    /** In the language the page asks for; English when it asks for none of ours. */
    private static String sentence(RoutingContext ctx, DeskResult result) {
        String languages = ctx.request().getHeader("Accept-Language");
        boolean chinese =
                languages != null && languages.strip().toLowerCase(Locale.ROOT).startsWith("zh");
        return chinese ? result.detailZh() : result.detailEn();
    }

    private static String titleOf(DeskResult.Refusal refusal) {
        return switch (refusal) {
            case INCIDENT_UNKNOWN -> "Incident unknown";
            case INCIDENT_NOT_OPEN -> "Incident not open";
            case PERSON_UNKNOWN -> "Person unknown";
            case PERSON_TAKEN -> "Person taken";
            case PERSON_UNAVAILABLE -> "Person unavailable";
            case ASSIGNMENT_UNKNOWN -> "Assignment unknown";
            case STEP_NOT_ALLOWED -> "Step not allowed";
            case STILL_ASSIGNED -> "Still assigned";
        };
    }
}
