package io.watchfloor.gateway.web;

import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.plan.StandbyTold;

/** {@code /plan/moves}: noting that somebody was told to wait where cover is thin. */
final class StandbyHandler {
    private final StandbyTold told;
    private final Runnable changed;

    /** {@code changed} is run when somebody was told. */
    StandbyHandler(StandbyTold told, Runnable changed) {
        this.told = told;
        this.changed = changed;
    }

    void tell(RoutingContext ctx) {
        String personId = ctx.pathParam("personId");
        String cellId = Requests.text(Requests.body(ctx), "cellId");
        told.tell(personId, cellId, AccessHandler.actorOf(ctx))
                .onFailure(ctx::fail)
                .onSuccess(noted -> {
                    if (noted.isDone()) {
                        changed.run();
                        Answers.json(ctx, 200, noted.order());
                    } else {
                        DeskAnswers.refused(ctx, noted.refusal());
                    }
                });
    }
}
