package org.midline.phantom.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.midline.core.Affine;
import org.midline.core.InputRefusedException;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.core.file.WholeFile;
import org.midline.phantom.head.HeadWindow;

/**
 * One patient of a library in a file: eight bytes that say what it is, the format's version, the CRC-32 of the rest, the
 * recipe, the facts, the palette and the maps. Big endian; text as {@link DataOutputStream#writeUTF}.
 */
final class AnatomyFile {
    private static final long MAGIC = 0x4D69_646C_416E_6174L;
    private static final int VERSION = 1;
    private static final int HEAD_BYTES = 20;

    private AnatomyFile() {}

    /**
     * @param recipe that made the anatomy of its seed
     * @param checksum of all that follows the header
     */
    record Read(String recipe, AnatomyEntry entry, int checksum) {}

    static void write(Path file, String recipe, AnatomyEntry entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(recipe);
            writeFacts(out, entry.facts());
            out.writeInt(entry.palette().hosts().size());
            for (String host : entry.palette().hosts()) {
                out.writeUTF(host);
            }
            writePacked(out, entry.palette().materials());
            out.writeInt(entry.maps().size());
            for (View view : View.values()) {
                if (entry.maps().containsKey(view)) {
                    out.writeUTF(view.name());
                    writeMap(out, entry.maps().get(view));
                }
            }
        }
        byte[] content = bytes.toByteArray();
        ByteBuffer header = ByteBuffer.allocate(HEAD_BYTES)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putInt(content.length)
                .putInt(checksum(content));
        WholeFile.write(file, out -> {
            out.write(header.array());
            out.write(content);
        });
    }

    /**
     * @param views the maps to keep
     * @throws InputRefusedException if the file is not of this kind or version, or is damaged
     */
    static Read read(Path file, Set<View> views) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            if (bytes.remaining() < HEAD_BYTES || bytes.getLong() != MAGIC) {
                throw new InputRefusedException("%s: not an anatomy of a library".formatted(file));
            }
            int version = bytes.getInt();
            if (version != VERSION) {
                throw new InputRefusedException(
                        "%s: an anatomy in format %d, expected %d; make the library again with 'midline phantom anatomies'"
                                .formatted(file, version, VERSION));
            }
            int length = bytes.getInt();
            int checksum = bytes.getInt();
            var content = new byte[bytes.remaining()];
            bytes.get(content);
            if (length != content.length || checksum != checksum(content)) {
                throw new InputRefusedException(
                        "%s: the file is damaged; delete it and run 'midline phantom anatomies' again".formatted(file));
            }
            return content(content, checksum, views);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Read content(byte[] content, int checksum, Set<View> views) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
            String recipe = in.readUTF();
            AnatomyFacts facts = readFacts(in);
            List<String> hosts = new ArrayList<>();
            int hostCount = in.readInt();
            for (int n = 0; n < hostCount; n++) {
                hosts.add(in.readUTF());
            }
            var palette = new PackedPalette(hosts, readPacked(in));
            Map<View, PackedMap> maps = new EnumMap<>(View.class);
            int mapCount = in.readInt();
            for (int n = 0; n < mapCount; n++) {
                View view = View.valueOf(in.readUTF());
                PackedMap map = readMap(in);
                if (views.contains(view)) {
                    maps.put(view, map);
                }
            }
            return new Read(recipe, new AnatomyEntry(facts, palette, maps), checksum);
        }
    }

    private static void writeFacts(DataOutputStream out, AnatomyFacts facts) throws IOException {
        out.writeLong(facts.seed());
        out.writeUTF(facts.headSource());
        out.writeDouble(facts.ageYears());
        out.writeUTF(facts.finding());
        out.writeDouble(facts.conspicuity());
        out.writeDouble(facts.volumeMl());
        writeAffine(out, facts.patientToStandard());
        writeVec3(out, facts.centreLps());
    }

    private static AnatomyFacts readFacts(DataInputStream in) throws IOException {
        return new AnatomyFacts(
                in.readLong(),
                in.readUTF(),
                in.readDouble(),
                in.readUTF(),
                in.readDouble(),
                in.readDouble(),
                readAffine(in),
                readVec3(in));
    }

    private static void writeMap(DataOutputStream out, PackedMap map) throws IOException {
        out.writeInt(map.grid().sizeI());
        out.writeInt(map.grid().sizeJ());
        out.writeInt(map.grid().sizeK());
        writeAffine(out, map.grid().voxelToPatientLps());
        HeadWindow window = map.window();
        for (int number : new int[] {
            window.startI(), window.startJ(), window.startK(), window.sizeI(), window.sizeJ(), window.sizeK()
        }) {
            out.writeInt(number);
        }
        writePacked(out, map.tissues());
        writePacked(out, map.changed());
        writePacked(out, map.occupancy());
    }

    private static PackedMap readMap(DataInputStream in) throws IOException {
        return new PackedMap(
                new VoxelGrid(in.readInt(), in.readInt(), in.readInt(), readAffine(in)),
                new HeadWindow(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt()),
                readPacked(in),
                readPacked(in),
                readPacked(in));
    }

    private static void writePacked(DataOutputStream out, Packed packed) throws IOException {
        out.writeInt(packed.size());
        out.writeInt(packed.deflated().length);
        out.write(packed.deflated());
    }

    private static Packed readPacked(DataInputStream in) throws IOException {
        int size = in.readInt();
        return new Packed(size, in.readNBytes(in.readInt()));
    }

    private static void writeAffine(DataOutputStream out, Affine affine) throws IOException {
        writeVec3(out, affine.columnI());
        writeVec3(out, affine.columnJ());
        writeVec3(out, affine.columnK());
        writeVec3(out, affine.translation());
    }

    private static Affine readAffine(DataInputStream in) throws IOException {
        return new Affine(readVec3(in), readVec3(in), readVec3(in), readVec3(in));
    }

    private static void writeVec3(DataOutputStream out, Vec3 v) throws IOException {
        out.writeDouble(v.x());
        out.writeDouble(v.y());
        out.writeDouble(v.z());
    }

    private static Vec3 readVec3(DataInputStream in) throws IOException {
        return new Vec3(in.readDouble(), in.readDouble(), in.readDouble());
    }

    private static int checksum(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }
}
