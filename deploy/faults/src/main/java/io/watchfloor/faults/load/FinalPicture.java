package io.watchfloor.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.testbed.ApiClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where every report ended up, once nothing moves any more. */
public record FinalPicture(Map<String, List<String>> incidentsByReport, Map<String, Integer> countsInPicture) {

    public static FinalPicture read(ApiClient api) throws IOException, InterruptedException {
        Map<String, List<String>> incidentsByReport = new HashMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode incident : api.listIncidents()) {
            String id = incident.get("id").asText();
            counts.put(id, incident.get("reportCount").asInt());
            for (String report : api.listReportIds(id)) {
                incidentsByReport
                        .computeIfAbsent(report, key -> new ArrayList<>())
                        .add(id);
            }
        }
        return new FinalPicture(incidentsByReport, counts);
    }

    /** How many reports the incidents say they own. */
    public static int countReports(ApiClient api) throws IOException, InterruptedException {
        int count = 0;
        for (JsonNode incident : api.get("/picture").get("incidents")) {
            count += incident.get("reportCount").asInt();
        }
        return count;
    }

    /** Reports that are nowhere. */
    public List<String> missing(Set<String> acknowledged) {
        return acknowledged.stream()
                .filter(report -> !incidentsByReport.containsKey(report))
                .toList();
    }

    /** Reports that are in more than one incident, or twice in one. */
    public List<String> doubled() {
        return incidentsByReport.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Reports that nobody acknowledged. */
    public List<String> unknown(Set<String> acknowledged) {
        return incidentsByReport.keySet().stream()
                .filter(report -> !acknowledged.contains(report))
                .toList();
    }

    /** How many reports are filed under each incident. */
    public Map<String, Integer> countsInGraph() {
        Map<String, Integer> counts = new TreeMap<>();
        incidentsByReport.values().forEach(incidents -> incidents.forEach(id -> counts.merge(id, 1, Integer::sum)));
        return counts;
    }
}
