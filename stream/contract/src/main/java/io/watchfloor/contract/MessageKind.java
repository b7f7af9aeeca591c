package io.watchfloor.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every message that crosses a process through Redis: its name on the wire, its version and its record. */
public enum MessageKind {
    REPORT("report", 1, Report.class),
    FILED_REPORT("filed-report", 1, FiledReport.class),
    OBSERVED_INCIDENT("observed-incident", 1, ObservedIncident.class),
    INCIDENT_DECISION("incident-decision", 1, IncidentDecision.class),
    ASSIGNMENT("assignment", 1, Assignment.class),
    PERSON_STATUS("person-status", 1, PersonStatus.class),
    POSITION("position", 1, Position.class),
    ALERT("alert", 1, Alert.class),
    CORRECTION("correction", 1, Correction.class),
    ALERT_DECISION("alert-decision", 1, AlertDecision.class),
    ESCALATION("escalation", 1, Escalation.class),
    MEASURE("measure", 1, Measure.class),
    ALARM_HEALTH("alarm-health", 1, AlarmHealth.class),
    ROAD_CLOSURE("road-closure", 1, RoadClosure.class),
    EQUIPMENT_STATUS("equipment-status", 1, EquipmentStatus.class),
    NOTICE("notice", 1, Notice.class),
    DEAD_LETTER("dead-letter", 1, DeadLetter.class);

    private static final Map<String, MessageKind> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(MessageKind::wireName, Function.identity()));
    private static final Map<Class<?>, MessageKind> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(MessageKind::type, Function.identity()));

    private final String wireName;
    private final int version;
    private final Class<?> type;

    MessageKind(String wireName, int version, Class<?> type) {
        this.wireName = wireName;
        this.version = version;
        this.type = type;
    }

    /** Its name in {@link Channels#KIND_FIELD} and in the JSON's {@code kind}. */
    public String wireName() {
        return wireName;
    }

    /** The version this code writes, and the newest it reads. */
    public int version() {
        return version;
    }

    /** The record it is read into. */
    public Class<?> type() {
        return type;
    }

    /** The kind with this name on the wire. */
    public static Optional<MessageKind> findByWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** The kind of this message. */
    public static MessageKind of(Object message) {
        MessageKind kind = BY_TYPE.get(message.getClass());
        if (kind == null) {
            throw new IllegalArgumentException(message.getClass() + " is not a message");
        }
        return kind;
    }
}
