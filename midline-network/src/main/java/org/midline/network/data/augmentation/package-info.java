/**
 * How patches are changed so that no two are alike: parameters drawn from ranges, apart from the deterministic changes
 * that they describe (after TorchIO, Pérez-García et al. 2021).
 */
package org.midline.network.data.augmentation;
