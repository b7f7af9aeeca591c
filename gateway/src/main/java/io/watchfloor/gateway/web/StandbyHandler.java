package io.watchfloor.gateway.web;

import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.live.PersonView;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.picture.People;
import io.watchfloor.gateway.plan.StandbyTold;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;

/** {@code /plan/moves}: noting that somebody was told to wait where cover is thin. */
final class StandbyHandler {
    private final StandbyTold told;
    private final Runnable changed;
    private final People people;

    /** {@code changed} is run when somebody was told. */
    StandbyHandler(StandbyTold told, Runnable changed, People people) {
        this.told = told;
        this.changed = changed;
        this.people = people;
    }

    void tell(RoutingContext ctx) {
        String personId = ctx.pathParam("personId");
        String cellId = Requests.text(Requests.body(ctx), "cellId");
        PersonView person = people.find(personId).orElse(null);
        if (person != null && !person.onDuty()) {
            DeskAnswers.refused(ctx, offShift(person));
            return;
        }
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

    private static DeskResult offShift(PersonView person) {
        return DeskResult.refused(
                Refusal.NOT_ELIGIBLE,
                person.nameZh() + " 不当班，不能安排待命",
                person.nameEn() + " is off shift and cannot be told to stand by");
    }
}
