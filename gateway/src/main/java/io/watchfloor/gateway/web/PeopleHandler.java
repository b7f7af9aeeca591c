package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.NullIsland;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.live.PersonView;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.picture.People;
import io.watchfloor.gateway.position.Positions;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code /people}: who they are, where they are, whether they are free. */
final class PeopleHandler {
    private static final Duration MOST_AHEAD = Duration.ofMinutes(5);

    /** What positions of a responder's page are counted under. */
    private static final String PAGE = "page";

    private final String world;
    private final People people;
    private final Positions positions;
    private final Clock clock;

    record Everybody(List<PersonView> people) {}

    PeopleHandler(String world, People people, Positions positions, Clock clock) {
        this.world = world;
        this.people = people;
        this.positions = positions;
        this.clock = clock;
    }

    void list(RoutingContext ctx) {
        Answers.json(ctx, 200, new Everybody(people.listAll()));
    }

    void get(RoutingContext ctx) {
        people.find(ctx.pathParam("personId"))
                .ifPresentOrElse(person -> Answers.json(ctx, 200, person), () -> unknown(ctx));
    }

    void postPosition(RoutingContext ctx) {
        String id = ctx.pathParam("personId");
        if (!people.isKnown(id)) {
            unknown(ctx);
            return;
        }
        JsonNode body = Requests.body(ctx);
        Instant at = at(body);
        if (at == null || at.isAfter(clock.instant().plus(MOST_AHEAD))) {
            Answers.problem(ctx, KnownProblem.POSITION_TIME_INVALID);
            return;
        }
        double lat = body.path("lat").doubleValue();
        double lon = body.path("lon").doubleValue();
        if (NullIsland.isAt(lat, lon)) {
            positions.refused(PAGE, NullIsland.REASON);
            Answers.problem(ctx, KnownProblem.POSITION_NO_FIX);
            return;
        }
        String source = Requests.text(body, "source");
        Position position = new Position(
                world,
                id,
                lat,
                lon,
                body.hasNonNull("accuracyMeters")
                        ? (Double) body.path("accuracyMeters").doubleValue()
                        : null,
                at,
                source == null ? "phone" : source);
        positions
                .take(position, PAGE)
                .onSuccess(outcome -> answer(ctx, outcome))
                .onFailure(failure -> Answers.problem(ctx, KnownProblem.POSITION_UNAVAILABLE));
    }

    private static void answer(RoutingContext ctx, Positions.Outcome outcome) {
        if (outcome == Positions.Outcome.OFF_DUTY) {
            Answers.problem(ctx, KnownProblem.OFF_DUTY);
        } else {
            Answers.nothing(ctx);
        }
    }

    private Instant at(JsonNode body) {
        try {
            Instant told = Requests.time(body, "at");
            return told == null ? clock.instant() : told;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static void unknown(RoutingContext ctx) {
        Answers.problem(ctx, KnownProblem.PERSON_UNKNOWN);
    }
}
