package io.watchfloor.pipeline.study;

/** In what two events of one type, at the same time and near each other, may differ. */
enum TwinKind {
    /** They are 200 m apart, and what has happened differs. */
    OTHER_STORY,
    /** They are 150 to 250 m apart, and the same is said of both; of every second pair hardly anything is. */
    SAME_WORDS,
    /** The same is said of both, at two doors of one estate or street, 80 to 250 m apart, which most callers name. */
    TWO_DOORS
}
