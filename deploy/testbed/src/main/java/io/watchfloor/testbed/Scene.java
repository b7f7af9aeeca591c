package io.watchfloor.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.contract.Ids;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Something that happens in the district, and the reports that tell of it. */
public final class Scene {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "acceptance";
    private static final String WORLD = "live";

    private Scene() {}

    /** A place things can happen at. */
    public record Spot(double lat, double lon) {
        private static final double METERS_PER_DEGREE = 111_195;

        /** The spot so far to the north. */
        public Spot north(double meters) {
            return new Spot(lat + meters / METERS_PER_DEGREE, lon);
        }

        /** How far the other is, as the crow flies; good enough within a district. */
        public double metersTo(Spot other) {
            double north = (other.lat - lat) * METERS_PER_DEGREE;
            double east = (other.lon - lon) * METERS_PER_DEGREE * Math.cos(Math.toRadians(lat));
            return Math.hypot(north, east);
        }
    }

    /** A place with a name. */
    public record Place(String id, String kind, String nameZh, String nameEn, Spot spot) {}

    /** The named places of the district that runs. */
    public static List<Place> listPlaces(ApiClient api) throws IOException, InterruptedException {
        List<Place> places = new ArrayList<>();
        for (JsonNode place : api.get("/district").get("places")) {
            String kind = place.get("kind").asText();
            if (!"junction".equals(kind)) {
                places.add(new Place(
                        place.get("id").asText(),
                        kind,
                        place.get("nameZh").asText(),
                        place.get("nameEn").asText(),
                        new Spot(place.get("lat").asDouble(), place.get("lon").asDouble())));
            }
        }
        return places;
    }

    /** Where the named places of the district are, one spot each. */
    public static List<Spot> listSpots(ApiClient api) throws IOException, InterruptedException {
        return listPlaces(api).stream().map(Place::spot).toList();
    }

    /** A source id that was never used before. */
    public static String newSourceId() {
        return UUID.randomUUID().toString();
    }

    /** Id that a report gets on its way in. */
    public static String reportId(String sourceId) {
        return Ids.report(WORLD, SOURCE, sourceId);
    }

    /** Id of the incident that a report opens when it is the first to tell of it. */
    public static String incidentId(String sourceId) {
        return Ids.incident(reportId(sourceId));
    }

    /** A report, as JSON on one line. */
    public static String report(String sourceId, String type, Spot spot, String text) {
        ObjectNode report = said(sourceId, text);
        report.put("type", type);
        return at(report, spot).toString();
    }

    /** A report that does not say what it is about; from where is known. */
    public static String words(String sourceId, Spot spot, String text) {
        return at(said(sourceId, text), spot).toString();
    }

    /** A report that is nothing but words. */
    public static String words(String sourceId, String text) {
        return said(sourceId, text).toString();
    }

    private static ObjectNode said(String sourceId, String text) {
        ObjectNode report = JSON.createObjectNode();
        report.put("source", SOURCE);
        report.put("sourceId", sourceId);
        report.put("kind", "call");
        report.put("text", text);
        report.put("occurredAt", Instant.now().toString());
        return report;
    }

    private static ObjectNode at(ObjectNode report, Spot spot) {
        report.put("lat", spot.lat());
        report.put("lon", spot.lon());
        return report;
    }
}
