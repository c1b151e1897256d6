package policy

import (
	"fmt"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
)

// direct answers questions by a program of the three-valued evaluator.
type direct struct {
	program *kleene.Program
	facts   factTree
	// item and id are the slots of the arguments; negative where no rule reads them.
	item, id int
	// parameters and readings are the slots of data, by name.
	parameters, readings map[string]int
	said                 sayings
}

func newDirect(program *kleene.Program, schema factSchema) *direct {
	d := &direct{
		program: program, facts: factTree{slot: -1}, item: -1, id: -1,
		parameters: map[string]int{}, readings: map[string]int{},
		said: sayings{schema: described{schema.root}, paths: make([]document.Path, len(program.Slots)), pointers: make([]string, len(program.Slots)), kept: map[uint64][]*saying{}},
	}
	for i, slot := range program.Slots {
		if slot.Kind == kleene.Datum && len(slot.Path) == 2 {
			switch slot.Path[0] {
			case "parameters":
				d.parameters[slot.Path[1]] = i
			case "readings":
				d.readings[slot.Path[1]] = i
			}
		}
		if slot.Kind != kleene.Fact {
			continue
		}
		d.said.add(i, slot.Path)
		at := &d.facts
		for _, name := range slot.Path {
			if at.below == nil {
				at.below = map[string]*factTree{}
			}
			if at.below[name] == nil {
				at.below[name] = &factTree{slot: -1}
			}
			at = at.below[name]
		}
		at.slot, at.shape = i, slot.Shape
	}
	if slot, ok := program.SlotAt(kleene.Argument, kleene.ItemArgument); ok {
		d.item = slot
	}
	if slot, ok := program.SlotAt(kleene.Argument, "id"); ok {
		d.id = slot
	}
	return d
}

// data are values for slots, such as parameters on a day.
type slotValue struct {
	slot  int
	value kleene.Value
}

// dataSlots returns the data that rules read, by slot.
func (d *direct) dataSlots(data map[string]any) ([]slotValue, error) {
	var values []slotValue
	for i, slot := range d.program.Slots {
		if slot.Kind != kleene.Datum {
			continue
		}
		var at any = data
		for _, name := range slot.Path {
			section, _ := at.(map[string]any)
			at = section[name]
		}
		if at == nil {
			continue
		}
		v, err := kleene.ValueOf(at)
		if err != nil {
			return nil, fmt.Errorf("%v: %w", slot.Path, err)
		}
		values = append(values, slotValue{i, v})
	}
	return values, nil
}

// state returns what is known of a document. It has to be released.
func (d *direct) state(known *facts.Node, data []slotValue) *kleene.State {
	s := d.program.NewState()
	for _, datum := range data {
		s.Set(datum.slot, datum.value)
	}
	d.facts.fill(s, known)
	return s
}
