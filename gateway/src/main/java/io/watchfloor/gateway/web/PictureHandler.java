package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Json;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.push.LiveHub;
import io.watchfloor.graph.district.District;
import java.nio.charset.StandardCharsets;

/** {@code /picture} and {@code /district}: what changes all the time, and what hardly ever does. */
public final class PictureHandler {
    private final LiveHub hub;
    private final String tileUrl;
    private final String tileDatum;
    private TaggedContent district;

    /** {@code tileUrl} is null when the map is drawn from the district alone; {@code tileDatum} is what tiles are drawn on. */
    public PictureHandler(LiveHub hub, String tileUrl, String tileDatum) {
        this.hub = hub;
        this.tileUrl = tileUrl;
        this.tileDatum = tileDatum;
    }

    /** The district became known. People are left out: who they are is in the picture. */
    public void districtKnown(District known) {
        ObjectNode json = Json.mapper().valueToTree(known);
        json.remove("people");
        JsonNode types = Json.mapper().valueToTree(IncidentTypes.listAll());
        json.set("incidentTypes", types);
        json.put("tileUrl", tileUrl);
        json.put("tileDatum", tileDatum);
        district = TaggedContent.of(Buffer.buffer(json.toString().getBytes(StandardCharsets.UTF_8)));
    }

    void getPicture(RoutingContext ctx) {
        Answers.json(ctx, hub.snapshot());
    }

    void getDistrict(RoutingContext ctx) {
        if (district == null) {
            Answers.problem(ctx, KnownProblem.DISTRICT_NOT_LOADED);
        } else if (!district.answerIfCurrent(ctx)) {
            Answers.json(ctx, district.bytes());
        }
    }
}
