package store

// history is what was saved through this program since it started, for undo and for
// marking what an answer changed. It is lost with the program; the file is not.
type history struct {
	steps  []step // the oldest first
	bytes  int
	undone Version // what the last undo took back
}

// step is one save.
type step struct {
	before Version
	after  string // digest
}

// The bounds of what is remembered of one file.
const (
	maxSteps = 100
	maxBytes = 32 << 20
)

func (h *history) add(before Version, after string) {
	h.steps = append(h.steps, step{before, after})
	h.bytes += len(before.Content)
	for len(h.steps) > 1 && (len(h.steps) > maxSteps || h.bytes > maxBytes) {
		h.bytes -= len(h.steps[0].before.Content)
		h.steps = h.steps[1:]
	}
}

// last is the save that made a version; false if another hand made it, or nobody.
func (h *history) last(digest string) (step, bool) {
	if h == nil || len(h.steps) == 0 || h.steps[len(h.steps)-1].after != digest {
		return step{}, false
	}
	return h.steps[len(h.steps)-1], true
}

// drop forgets the last save, which led to a version.
func (h *history) drop(undone Version) {
	h.undone = undone
	last := h.steps[len(h.steps)-1]
	h.bytes -= len(last.before.Content)
	h.steps = h.steps[:len(h.steps)-1]
}

// at is a version that was replaced by a save or an undo, by its digest.
func (h *history) at(digest string) (Version, bool) {
	if h == nil {
		return Version{}, false
	}
	if h.undone.Digest == digest {
		return h.undone, true
	}
	for i := len(h.steps) - 1; i >= 0; i-- {
		if h.steps[i].before.Digest == digest {
			return h.steps[i].before, true
		}
	}
	return Version{}, false
}
