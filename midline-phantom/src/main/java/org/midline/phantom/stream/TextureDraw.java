package org.midline.phantom.stream;

import org.midline.phantom.noise.Draw;

/**
 * Which part of the texture tiles an anatomy gets, and how it lies in it.
 *
 * @param tile which of the tiles
 * @param offset position in the tile of the anatomy's voxel (0, 0, 0); rows of the tile follow one another, so that where
 *     it repeats it goes on one row higher, which its blur hides
 * @param strength factor of the contrast's texture
 */
record TextureDraw(int tile, int offset, double strength) {

    static TextureDraw draw(Draw draw) {
        return new TextureDraw(
                (int) draw.uniform(0, TextureTiles.COUNT),
                (int) draw.uniform(0, TextureTiles.VOXELS),
                draw.uniform(0.7, 1.3));
    }
}
