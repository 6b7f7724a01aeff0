package org.midline.phantom.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.phantom.PatientSynthesizer;
import org.midline.phantom.tumour.FindingShares;

/** Makes hundreds of patients in one program; takes most of an hour. {@code -Dpatients=N} makes another number. */
@Tag("slow")
class MemoryTest {
    private static final int PATIENTS = Integer.getInteger("patients", 500);
    private static final int EVERY = 50;
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path work;

    @Test
    void neitherHeapNorProcessGrowsOverHundredsOfPatients() throws IOException {
        var findings = new FindingShares(0.1, 0.2);
        PatientSynthesizer synthesizer =
                new Population(HeadPool.PROCEDURAL, QuickCentre.named("quick", work), findings).synthesizer();
        long firstHeap = 0;
        long firstResident = 0;
        for (int n = 1; n <= PATIENTS; n++) {
            synthesizer.synthesize(n);
            if (n % EVERY == 0) {
                long heap = heapAfterCollection();
                long resident = residentBytes();
                System.out.printf(
                        Locale.ROOT,
                        "%d patients: heap %d MB, resident %d MB%n",
                        n,
                        heap / MEGABYTE,
                        resident / MEGABYTE);
                if (n == EVERY) {
                    firstHeap = heap;
                    firstResident = resident;
                }
                assertThat(heap).isLessThan(firstHeap + 16 * MEGABYTE);
                assertThat(resident).isLessThanOrEqualTo(firstResident + 256 * MEGABYTE);
            }
        }
    }

    private static long heapAfterCollection() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** Of the process, outside of the heap too; 0 where the system does not tell. */
    private static long residentBytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
