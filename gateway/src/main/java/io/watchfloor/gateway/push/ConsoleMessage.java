package io.watchfloor.gateway.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Json;
import io.watchfloor.gateway.picture.MapView;

/**
 * What a console says over its socket: {@code {"kind":"ping"}}, or {@code {"kind":"view"}} with the part of the map that it
 * shows, as a {@code box} of west, south, east and north in WGS-84 degrees or as an {@code area}'s id; with neither,
 * everything. What is of another kind is not ours to judge and is passed over.
 *
 * @param view null when it is not about that, or when it is an area
 * @param area null unless it shows an area
 * @param problem what is wrong with it; null when nothing is
 */
public record ConsoleMessage(MapView view, String area, String problem) {
    private static final ConsoleMessage PING = new ConsoleMessage(null, null, null);
    private static final int CORNERS = 4;

    /** Reads a text message. */
    public static ConsoleMessage read(String text) {
        try {
            JsonNode json = Json.mapper().readTree(text);
            String kind = json == null ? "" : json.path("kind").asText();
            return switch (kind) {
                case "view" -> view(json);
                case "ping" -> PING;
                default -> wrong("kind is ping or view");
            };
        } catch (JsonProcessingException e) {
            return wrong("the message is no JSON");
        }
    }

    private static ConsoleMessage wrong(String problem) {
        return new ConsoleMessage(null, null, problem);
    }

    private static ConsoleMessage view(JsonNode json) {
        JsonNode box = json.path("box");
        JsonNode area = json.path("area");
        if (area.isTextual()) {
            return new ConsoleMessage(null, area.asText(), null);
        }
        if (box.isMissingNode() || box.isNull()) {
            return new ConsoleMessage(MapView.EVERYTHING, null, null);
        }
        boolean numbers = box.isArray()
                && box.size() == CORNERS
                && box.get(0).isNumber()
                && box.get(1).isNumber()
                && box.get(2).isNumber()
                && box.get(3).isNumber();
        if (!numbers
                || !MapView.isBox(
                        box.get(0).asDouble(),
                        box.get(1).asDouble(),
                        box.get(2).asDouble(),
                        box.get(3).asDouble())) {
            return wrong("box is [west, south, east, north] in degrees");
        }
        return new ConsoleMessage(
                new MapView(
                        box.get(0).asDouble(),
                        box.get(1).asDouble(),
                        box.get(2).asDouble(),
                        box.get(3).asDouble()),
                null,
                null);
    }
}
