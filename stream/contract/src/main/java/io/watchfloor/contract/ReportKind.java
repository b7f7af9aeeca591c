package io.watchfloor.contract;

/** How a report reached us. */
public enum ReportKind {
    /** An emergency or hotline call. */
    CALL,
    /** A service complaint. */
    COMPLAINT,
    /** A public post. */
    POST,
    /** A sensor's alarm. */
    SENSOR,
    /** A camera's detection. */
    CAMERA
}
