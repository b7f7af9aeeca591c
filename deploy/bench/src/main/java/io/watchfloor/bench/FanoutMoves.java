package io.watchfloor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.World;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;

/** People on duty who walk about, and consoles that each show a part of the map of their own. */
final class FanoutMoves {
    /** About 20 m. */
    private static final double STEP_DEGREES = 0.0002;

    /** Half the side of the smallest part that a console shows, about 400 m. */
    private static final double LEAST_DEGREES = 0.004;

    private static final int SIZES = 10;

    private final List<Person> people = new ArrayList<>();
    private int next;

    private record Person(String id, double lat, double lon) {}

    /** With those who are on duty now. */
    FanoutMoves(Gateway gateway) throws IOException {
        for (JsonNode person : gateway.get("/api/v1/people").get("people")) {
            if (person.get("onDuty").asBoolean()) {
                people.add(new Person(
                        person.get("id").asText(),
                        person.get("lat").asDouble(),
                        person.get("lon").asDouble()));
            }
        }
        if (people.isEmpty()) {
            throw new IOException("nobody is on duty in the district");
        }
    }

    int people() {
        return people.size();
    }

    /** One of them takes a step. */
    void step(RedisClient redis) {
        Person person = people.get(next % people.size());
        double there = next++ / people.size() % 2 == 0 ? STEP_DEGREES : -STEP_DEGREES;
        Position position =
                new Position(World.LIVE, person.id(), person.lat() + there, person.lon(), 8.0, Instant.now(), "phone");
        redis.xadd(
                Channels.position(World.LIVE),
                XAddParams.xAddParams(),
                Map.of(
                        Channels.KIND_FIELD,
                        MessageKind.POSITION.wireName(),
                        Channels.MESSAGE_FIELD,
                        MessageCodec.encode(position)));
    }

    /** What a console says that it shows: somebody and what is around, from near or from far. */
    String view(int console) {
        Person middle = people.get(console % people.size());
        double reach = LEAST_DEGREES * (1 + console / people.size() % SIZES);
        return "{\"kind\":\"view\",\"box\":[%.6f,%.6f,%.6f,%.6f]}"
                .formatted(middle.lon() - reach, middle.lat() - reach, middle.lon() + reach, middle.lat() + reach);
    }
}
