package io.watchfloor.gateway.access;

import static io.watchfloor.graph.access.Role.AUDIT_ADMIN;
import static io.watchfloor.graph.access.Role.CALL_TAKER;
import static io.watchfloor.graph.access.Role.DISPATCHER;
import static io.watchfloor.graph.access.Role.DRILL_DIRECTOR;
import static io.watchfloor.graph.access.Role.DUTY_OFFICER;
import static io.watchfloor.graph.access.Role.FEED;
import static io.watchfloor.graph.access.Role.RESPONDER;
import static io.watchfloor.graph.access.Role.SECURITY_ADMIN;
import static io.watchfloor.graph.access.Role.SYSTEM_ADMIN;

import io.watchfloor.gateway.access.Rule.Kind;
import io.watchfloor.graph.access.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who may do what: every operation of the API, by its id in the OpenAPI document. What is not here is denied to all. */
public final class Rights {
    private static final Map<String, Rule> RULES = new HashMap<>();

    private static final Set<Role> FLOOR = EnumSet.of(CALL_TAKER, DISPATCHER, DUTY_OFFICER);
    private static final Set<Role> DECIDE = EnumSet.of(DISPATCHER, DUTY_OFFICER);
    private static final Set<Role> SEE = EnumSet.of(CALL_TAKER, DISPATCHER, DUTY_OFFICER, DRILL_DIRECTOR);
    private static final Set<Role> KEEP_DISTRICT = EnumSet.of(SYSTEM_ADMIN);

    static {
        open("getOpenApiYaml", "getOpenApiJson", "getAsyncApiYaml", "getReady", "getMetrics");
        // whoever signs in is nobody yet; a phone is known by its device
        open("getSession", "signIn", "signInOnce", "beginProviderSignIn", "endProviderSignIn");
        open("getOsmAnd", "postOsmAnd", "postOwnTracks");

        all(Rule.of(Kind.SETTING_UP), "signOut", "beginSecondFactor", "setUpAccount");
        all(Rule.of(Kind.SIGNED_IN), "getDistrict");

        all(Rule.of(EnumSet.of(FEED, CALL_TAKER, DISPATCHER, DUTY_OFFICER)), "postReports");

        all(Rule.of(SEE), "listAlerts", "getAlert", "listAlertReports", "getMeasures", "getShift", "getPlan");
        all(Rule.of(SEE), "listCandidates", "getPicture", "draftHandover", "getHandover", "listAutomaticSending");
        all(Rule.of(SEE), "getCoverage", "listWeakPoints", "getIsochrone", "askWhatIf");
        all(Rule.of(SEE).orOfThemselves(RESPONDER), "getIncident", "listIncidentReports", "listAssignments", "getWay");
        all(Rule.of(EnumSet.of(CALL_TAKER, DISPATCHER, DUTY_OFFICER, DRILL_DIRECTOR, RESPONDER)), "listIncidents");
        all(Rule.of(SEE).orOfThemselves(RESPONDER), "live", "openLiveTicket");

        all(
                Rule.of(FLOOR),
                "retypeIncident",
                "regradeIncident",
                "placeIncident",
                "splitIncident",
                "joinIncident",
                "unjoinIncident");
        all(Rule.of(FLOOR), "keepPromise", "listDeadLetters");
        // what a phone sends from the scene; pictures cannot be masked
        all(Rule.of(FLOOR).orOfThemselves(RESPONDER), "noteIncident", "addPhoto", "listPhotos");
        all(Rule.of(FLOOR), "getPhoto", "getSmallPhoto");

        all(
                Rule.of(DECIDE),
                "acknowledgeIncident",
                "closeIncident",
                "reopenIncident",
                "assignPerson",
                "sendPlannedTeam",
                "tellStandby");
        all(Rule.of(DECIDE), "handOverIncident", "advanceHandover", "snoozeIncident", "unsnoozeIncident");
        all(Rule.of(DECIDE), "sendNotice");
        all(Rule.of(DECIDE), "snoozeAlert", "unsnoozeAlert", "handOver", "signHandover");
        all(Rule.of(EnumSet.of(DUTY_OFFICER)), "setAutomaticSending");

        all(Rule.of(DECIDE).orOfThemselves(RESPONDER), "joinInPerson", "advanceAssignment");
        all(Rule.of(Set.of()).orOfThemselves(RESPONDER).orStandIns(DECIDE), "postPosition", "confirmNotice");

        all(Rule.of(with(SEE, SYSTEM_ADMIN, SECURITY_ADMIN)), "listPeople");
        all(Rule.of(with(SEE, SYSTEM_ADMIN, SECURITY_ADMIN)).orOfThemselves(RESPONDER), "getPerson");
        all(Rule.of(EnumSet.of(SYSTEM_ADMIN, DUTY_OFFICER)), "listDevices", "registerDevice", "revokeDevice");

        all(Rule.of(KEEP_DISTRICT), "importDistrict", "exportDistrict");
        all(Rule.of(with(SEE, SYSTEM_ADMIN)), "listClosures", "listEquipment");
        all(Rule.of(with(DECIDE, SYSTEM_ADMIN)), "closeRoads", "openRoads", "setEquipment");
        all(Rule.of(DECIDE), "setAvailability");
        all(Rule.of(EnumSet.of(SYSTEM_ADMIN, DUTY_OFFICER)), "listLabels", "reconcile");
        all(Rule.of(with(SEE, SYSTEM_ADMIN)), "getLedger");

        all(Rule.of(EnumSet.of(SECURITY_ADMIN)), "listUsers", "createUser", "changeUser", "resetUser");
        all(Rule.of(EnumSet.of(SECURITY_ADMIN)), "listApiKeys", "createApiKey", "revokeApiKey");
        all(Rule.of(EnumSet.of(AUDIT_ADMIN)), "listAudit", "verifyAudit");
    }

    private Rights() {}

    /** The rule for an operation; empty when there is none, which denies it. */
    static Optional<Rule> find(String operationId) {
        return Optional.ofNullable(RULES.get(operationId));
    }

    /** Every operation that has a rule. */
    public static Set<String> listOperations() {
        return Set.copyOf(RULES.keySet());
    }

    static Permitted permit(Set<Role> roles, boolean mayStandIn, boolean settingUp) {
        List<String> operations = new ArrayList<>();
        Map<String, List<String>> withheld = new TreeMap<>();
        RULES.forEach((operation, rule) -> {
            boolean isFor = rule.kind() != Kind.ROLE || rule.isFor(roles, mayStandIn);
            if (rule.kind() == Kind.SETTING_UP || (isFor && !settingUp && rule.kind() != Kind.OPEN)) {
                operations.add(operation);
            } else if (!isFor) {
                withheld.put(
                        operation,
                        rule.roles().stream().sorted().map(Role::wireName).toList());
            }
        });
        return new Permitted(operations.stream().sorted().toList(), withheld);
    }

    private static void open(String... operations) {
        all(Rule.of(Kind.OPEN), operations);
    }

    private static void all(Rule rule, String... operations) {
        for (String operation : operations) {
            if (RULES.put(operation, rule) != null) {
                throw new IllegalStateException(operation + " has two rules");
            }
        }
    }

    private static Set<Role> with(Set<Role> some, Role... more) {
        Set<Role> all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return all;
    }
}
