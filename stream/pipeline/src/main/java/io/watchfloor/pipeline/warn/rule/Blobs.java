package io.watchfloor.pipeline.warn.rule;

/** Where what is remembered is kept from one run to the next. */
public interface Blobs {
    /** What was saved under the key; null when nothing was. */
    byte[] load(String key);

    void save(String key, byte[] blob);

    /** Of a run that begins with nothing and leaves nothing. */
    static Blobs none() {
        return new Blobs() {
            @Override
            public byte[] load(String key) {
                return null;
            }

            @Override
            public void save(String key, byte[] blob) {
                // nothing is left
            }
        };
    }
}
