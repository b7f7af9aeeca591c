package io.watchfloor.pipeline.io;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Splits in checkpoints. */
final class StreamSplitSerializer implements SimpleVersionedSerializer<StreamSplit> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(StreamSplit split) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeUTF(split.stream());
        out.writeUTF(split.after());
        return out.getCopyOfBuffer();
    }

    @Override
    public StreamSplit deserialize(int version, byte[] bytes) throws IOException {
        if (version != VERSION) {
            throw new IOException("split version " + version + " cannot be read; this is version " + VERSION);
        }
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        return new StreamSplit(in.readUTF(), in.readUTF());
    }
}
