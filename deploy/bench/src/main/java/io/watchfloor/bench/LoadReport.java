package io.watchfloor.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.World;
import java.time.Instant;
import java.util.List;

/**
 * Made-up reports of events that stand apart: every event has five reports of one type at one place, and any two events
 * lie further from each other than any merge reaches, so which incident a report belongs to is known beforehand.
 */
final class LoadReport {
    static final int REPORTS_PER_EVENT = 5;

    private static final double SOUTH_DEGREES = 30.205;
    private static final double WEST_DEGREES = 120.005;
    /** About 1 km, further than any type's merge radius. */
    private static final double STEP_DEGREES = 0.01;

    /** So many rows and columns of places; a run makes fewer events than there are places. */
    private static final int STEPS = 400;

    private static final List<IncidentType> TYPES = IncidentTypes.listAll();

    private final String source;
    private final long number;

    LoadReport(String source, long number) {
        this.source = source;
        this.number = number;
    }

    /** The incident it must be filed under: the one that the event's first report opens. */
    String incidentId() {
        long first = number - number % REPORTS_PER_EVENT;
        return Ids.incident(Ids.report(World.LIVE, source, "" + first));
    }

    /** Its rank among its event's reports, from 1. */
    int rank() {
        return (int) (number % REPORTS_PER_EVENT) + 1;
    }

    String toJson(Instant occurredAt) {
        long event = number / REPORTS_PER_EVENT;
        IncidentType type = TYPES.get((int) (event % TYPES.size()));
        int place = (int) (event % (STEPS * STEPS));
        int row = place / STEPS;
        int column = place % STEPS;
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("source", source).put("sourceId", "" + number).put("kind", "call");
        json.put("type", type.code());
        json.put("text", "演练：" + type.zh() + " " + number).put("occurredAt", occurredAt.toString());
        json.put("lat", SOUTH_DEGREES + row * STEP_DEGREES);
        json.put("lon", WEST_DEGREES + column * STEP_DEGREES);
        return json.toString();
    }
}
