package org.midline.network.training;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How a training is run; nothing of it changes the weights that come out.
 *
 * @param resume go on from the folder's checkpoint, if it has one; otherwise there must be none
 * @param checkpoints how often the state is saved
 * @param program version and commit of the code, for the record
 * @param stop asked after each step; true to save the state and leave
 * @param log told a line now and then
 */
public record RunControl(
        boolean resume, CheckpointInterval checkpoints, String program, BooleanSupplier stop, Consumer<String> log) {}
