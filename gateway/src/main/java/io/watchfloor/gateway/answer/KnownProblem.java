package io.watchfloor.gateway.answer;

import io.watchfloor.contract.Problem;
import io.watchfloor.contract.ReportProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every sentence with which the gateway itself says no; the duty desk brings its own. Their words are in
 * {@code problems_en.properties} and {@code problems_zh.properties}, and nothing else makes a problem, so that none is told in
 * one language alone.
 */
public enum KnownProblem {
    INVALID_REQUEST(400, "invalid-request"),
    BROKEN_HTTP(400, "invalid-request"),
    QUERY_BROKEN(400, "invalid-request"),
    NOT_FOUND(404, "not-found"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed"),
    NOT_ACCEPTABLE(406, "not-acceptable"),
    REQUEST_TOO_SLOW(408, "request-too-slow"),
    TOO_LARGE(413, "too-large"),
    ADDRESS_TOO_LONG(414, "address-too-long"),
    WRONG_CONTENT_TYPE(415, "wrong-content-type"),
    WRONG_ENCODING(415, "wrong-content-encoding"),
    HEADERS_TOO_LARGE(431, "headers-too-large"),
    OUR_FAULT(500, "our-fault"),
    GRAPH_UNAVAILABLE(503, "graph-unavailable"),
    GRAPH_SILENT(503, "graph-unavailable"),
    OVERLOADED(503, "overloaded"),
    REDIS_UNAVAILABLE(503, "redis-unavailable"),
    DISTRICT_NOT_LOADED(503, "district-unknown"),
    HTTPS_ONLY(403, "https-only"),
    WRONG_HOST(421, "wrong-host"),
    FOREIGN_CHANGE(403, "foreign-origin"),
    FOREIGN_LISTENER(403, "foreign-origin"),
    NOT_SIGNED_IN(401, "not-signed-in"),
    LIVE_NOT_SIGNED_IN(401, "not-signed-in"),
    SESSION_UNAVAILABLE(503, "session-unavailable"),
    DENIED_TO_ALL(403, "not-allowed"),
    SET_UP_FIRST(403, "not-allowed"),
    ROLES_DO_NOT_ALLOW(403, "not-allowed"),
    OTHER_AREA(403, "not-allowed"),
    ONLY_YOURSELF(403, "not-allowed"),
    OTHER_INCIDENT_AREA(403, "not-allowed"),
    OTHER_HANDOVER_AREAS(403, "not-allowed"),
    LIVE_NOT_ALLOWED(403, "not-allowed"),
    PROGRAM_NEEDS_NO_TICKET(403, "not-allowed"),
    PROGRAM_HAS_NO_FACTOR(403, "not-allowed"),
    PROGRAM_HAS_NO_PASSWORD(403, "not-allowed"),
    INVALID_ACTOR(400, "invalid-actor"),
    WRONG_SIGN_IN(401, "wrong-sign-in"),
    WRONG_SIGN_IN_CODE(401, "wrong-code"),
    SECOND_FACTOR_NEEDED(401, "second-factor-needed"),
    TOO_SOON(429, "too-soon"),
    TOO_MANY_REQUESTS(429, "too-many-requests"),
    NO_KEY_FOR_FACTOR(409, "no-access-key"),
    NO_KEY_FOR_SIGNING(409, "no-access-key"),
    WEAK_PASSWORD(400, "weak-password"),
    NAME_FIXED(400, "name-fixed"),
    WRONG_PASSWORD(403, "wrong-password"),
    WRONG_SET_UP_CODE(400, "wrong-code"),
    NAME_TAKEN(409, "name-taken"),
    USER_UNKNOWN(404, "user-unknown"),
    KEY_UNKNOWN(404, "key-unknown"),
    TWO_ADMINS(409, "two-admins"),
    CHANGED_MEANWHILE(412, "changed-meanwhile"),
    OWN_ACCOUNT(409, "own-account"),
    SIGNATURE_NONCE(401, "signature-nonce"),
    SIGNATURE_STALE(401, "signature-stale"),
    SIGNATURE_WRONG(401, "signature-wrong"),
    SIGNATURE_REPLAYED(401, "signature-replayed"),
    SIGNATURE_UNAVAILABLE(503, "signature-unavailable"),
    WEBSOCKET_ONLY(426, "websocket-only"),
    LIVE_VIEW_UNKNOWN(400, "invalid-request", "unknown-value", "view"),
    LIVE_PERSON_MISSING(400, "invalid-request", "missing", "person"),
    TOO_MANY_CONSOLES(503, "too-many-consoles"),
    REQUEST_KEY_MALFORMED(400, "invalid-request", "malformed", "Idempotency-Key"),
    HAPPENED_AT_MALFORMED(400, "invalid-request", "malformed", "happenedAt"),
    HAPPENED_AT_RANGE(400, "invalid-request", "out-of-range", "happenedAt"),
    INCIDENT_UNKNOWN(404, "incident-unknown"),
    ASSIGNMENT_UNKNOWN(404, "assignment-unknown"),
    WAY_FROM_HALF_A_POINT(400, "invalid-request", "missing", "lat"),
    NO_WAY(409, "no-way"),
    NOT_LOCATED(409, "not-located"),
    PAGE_GONE(400, "page-gone", "unknown-value", "before"),
    ALERT_UNKNOWN(404, "alert-unknown"),
    PERSON_UNKNOWN(404, "person-unknown"),
    AREA_UNKNOWN(404, "area-unknown", "unknown-value", "areaId"),
    REASON_MISSING(400, "reason-missing", "missing", "reason"),
    SKILL_UNKNOWN(404, "skill-unknown", "unknown-value", "skill"),
    ISOCHRONE_OF_NOTHING(400, "invalid-request", "missing", "lat"),
    INCIDENT_TYPE_UNKNOWN(400, "invalid-request", "unknown-value", "type"),
    UNTIL_MALFORMED(400, "invalid-request", "malformed", "until"),
    UNTIL_PASSED(400, "invalid-request", "out-of-range", "until"),
    CLOSURE_REASON_MISSING(400, "invalid-request", "missing", "reason"),
    ROAD_UNKNOWN(404, "road-unknown", "unknown-value", "roadIds"),
    POSITION_NO_FIX(400, "invalid-request", "no-fix", "lat"),
    POINT_OUTSIDE(400, "invalid-request", "outside-district", "lat"),
    POSITION_TIME_INVALID(400, "invalid-request", "malformed", "at"),
    POSITION_UNAVAILABLE(503, "position-unavailable"),
    PHONE_POSITION_UNAVAILABLE(503, "position-unavailable"),
    OFF_DUTY(409, "off-duty"),
    DEVICE_NOT_REGISTERED(404, "device-unknown"),
    DEVICE_REFUSED(400, "device-unknown"),
    DEVICE_NOT_TRUSTED(401, "device-unknown"),
    NOTE_EMPTY(400, "text-missing", "missing", "text"),
    NOTICE_EMPTY(400, "text-missing", "missing", "text"),
    HANDOVER_UNKNOWN(404, "handover-unknown"),
    PHOTO_MISSING(400, "photo-invalid"),
    PHOTO_TOO_WIDE(400, "photo-invalid"),
    PHOTO_BROKEN(400, "photo-invalid"),
    PHOTO_OF_OTHER_FORMAT(400, "photo-invalid"),
    PHOTO_UNKNOWN(404, "photo-unknown"),
    PHOTOS_OFF(404, "photos-off"),
    NO_JOURNAL(409, "no-journal"),
    NOT_COMPARED_NOW(503, "reconciliation-not-now"),
    REPORT_OF_OTHER_FEED(403, "not-allowed", "foreign-source", "source"),
    REPORT_CONFLICT(409, "report-conflict", "conflict", "sourceId"),
    INTAKE_FULL(503, "intake-full"),
    INTAKE_UNAVAILABLE(503, "intake-unavailable"),
    LINES_NOT_WRITTEN(503, "intake-unavailable"),
    LINES_NOT_WRITTEN_FULL(503, "intake-full"),
    NO_REPORTS(400, "invalid-report"),
    IMPORT_EMPTY(400, "empty"),
    IMPORT_FILE_UNKNOWN(400, "file-unknown", "unknown-value", "file"),
    IMPORT_RUNNING(409, "import-running");

    private static final Sentences SENTENCES = Sentences.read("problems");

    private final int status;
    private final String type;
    private final String reason;
    private final String field;

    KnownProblem(int status, String type) {
        this(status, type, null, null);
    }

    /** {@code reason} and {@code field} say which field of the request is at fault, as in {@link ReportProblem}. */
    KnownProblem(int status, String type, String reason, String field) {
        this.status = status;
        this.type = type;
        this.reason = reason;
        this.field = field;
    }

    /** The short stable name of the kind of problem; more than one sentence may be of a kind. */
    public String type() {
        return type;
    }

    /** The sentence, with places as {@code {name}} for what it is about. */
    public Words words() {
        return SENTENCES.of(name());
    }

    /** The problem in this language ({@code zh} or {@code en}), with these values in the sentence's places. */
    public Problem in(String language, Map<String, ?> values) {
        String sentence = words().filled(values).in(language);
        List<ReportProblem> errors = reason == null ? null : List.of(new ReportProblem(reason, field, sentence));
        return problem(status, type, sentence, errors);
    }

    /** A problem of this kind; its title is its name in words. */
    static Problem problem(int status, String type, String sentence, List<ReportProblem> errors) {
        String words = type.replace('-', ' ');
        String title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return new Problem("urn:watchfloor:problem:" + type, title, status, sentence, errors, null);
    }

    /** A request of which these things are wrong, in words already; the first is the sentence. */
    public static Problem faults(String type, List<ReportProblem> faults) {
        return problem(400, type, faults.get(0).detail(), faults);
    }

    /** The problem that a bare status stands for. */
    public static KnownProblem ofStatus(int status) {
        return switch (status) {
            case 400 -> INVALID_REQUEST;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> WRONG_CONTENT_TYPE;
            default -> OUR_FAULT;
        };
    }
}
