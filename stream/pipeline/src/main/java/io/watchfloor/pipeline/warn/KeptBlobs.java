package io.watchfloor.pipeline.warn;

import io.watchfloor.pipeline.warn.rule.Blobs;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;

/** What is remembered, in the operator's keyed state. */
final class KeptBlobs implements Blobs {
    private final MapState<String, byte[]> state;

    KeptBlobs(RuntimeContext context) {
        state = context.getMapState(new MapStateDescriptor<>(
                "memory", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public byte[] load(String key) {
        try {
            return state.get(key);
        } catch (Exception e) {
            throw new FlinkRuntimeException("state cannot be read", e);
        }
    }

    @Override
    public void save(String key, byte[] blob) {
        try {
            state.put(key, blob);
        } catch (Exception e) {
            throw new FlinkRuntimeException("state cannot be written", e);
        }
    }
}
