package io.watchfloor.pipeline.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * What the enumerator remembers: which streams have ever been handed out, and which splits wait for a reader.
 *
 * @param known keys of all streams that are, or were, somebody's split
 * @param waiting whole splits with their offsets
 */
record StreamAssignment(List<String> known, List<StreamSplit> waiting) {
    /** Assignments in checkpoints. */
    static final class Serializer implements SimpleVersionedSerializer<StreamAssignment> {
        private static final int VERSION = 1;

        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(StreamAssignment assignment) throws IOException {
            DataOutputSerializer out = new DataOutputSerializer(256);
            out.writeInt(assignment.known().size());
            for (String stream : assignment.known()) {
                out.writeUTF(stream);
            }
            out.writeInt(assignment.waiting().size());
            for (StreamSplit split : assignment.waiting()) {
                out.writeUTF(split.stream());
                out.writeUTF(split.after());
            }
            return out.getCopyOfBuffer();
        }

        @Override
        public StreamAssignment deserialize(int version, byte[] bytes) throws IOException {
            if (version != VERSION) {
                throw new IOException("assignment version " + version + " cannot be read; this is version " + VERSION);
            }
            DataInputDeserializer in = new DataInputDeserializer(bytes);
            List<String> known = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                known.add(in.readUTF());
            }
            List<StreamSplit> waiting = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                waiting.add(new StreamSplit(in.readUTF(), in.readUTF()));
            }
            return new StreamAssignment(known, waiting);
        }
    }
}
