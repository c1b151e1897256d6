package counting

import (
	"context"
	"errors"
	"fmt"
	"math/bits"
	"path"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/records/sor"
	"github.com/dsaeval/dsaeval/scale/internal/files"
)

// Inputs finds the dumps that patterns match and the choice may be about, in the order
// of the patterns and then of the names. What would be counted twice is an error; what
// is missing of numbered parts is damage.
func Inputs(ctx context.Context, patterns []string, choice Choice) (dumps []Dump, damages []Damage, err error) {
	var names []string
	digests := map[string]bool{}
	for _, pattern := range patterns {
		found, err := dumpsOf(ctx, pattern)
		if err != nil {
			return nil, nil, err
		}
		for _, name := range found {
			if slices.Contains(names, name) {
				return nil, nil, fmt.Errorf("%s is named twice: %w", name, sor.ErrOverlap)
			}
			names = append(names, name)
		}
		beside, err := digestsOf(ctx, pattern)
		if err != nil {
			return nil, nil, err
		}
		for _, name := range beside {
			digests[name] = true
		}
	}
	all := make([]sor.File, len(names))
	for i, name := range names {
		all[i] = sor.DumpFile(name, 0)
	}
	relevant, err := sor.Relevant(all, choice.options())
	if err != nil {
		return nil, nil, err
	}
	var counted []sor.File
	for i, name := range names {
		if !relevant[i] {
			continue
		}
		d := Dump{Index: len(dumps)}
		if d.File, err = files.Stat(ctx, name); err != nil {
			return nil, nil, err
		}
		if digests[name+".sha1"] {
			d.SHA1 = name + ".sha1"
		}
		all[i].Size = d.File.Size
		counted = append(counted, all[i])
		dumps = append(dumps, d)
	}
	if len(dumps) == 0 {
		return nil, nil, fmt.Errorf("%w: %d dumps, none of a day and platform that is asked for", sor.ErrNothing, len(names))
	}
	if err := sor.Overlap(counted); err != nil {
		return nil, nil, err
	}
	damages, err = missingParts(dumps)
	return dumps, damages, err
}

func dumpsOf(ctx context.Context, pattern string) ([]string, error) {
	found, err := files.Expand(ctx, pattern)
	if err != nil {
		return nil, err
	}
	if strings.ContainsAny(pattern, "*?[") || files.IsFolder(pattern) {
		found = slices.DeleteFunc(found, func(name string) bool {
			extension := strings.ToLower(path.Ext(name))
			return extension != ".zip" && extension != ".csv"
		})
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%s: no dump has such a name", pattern)
	}
	return found, nil
}

// digestsOf finds the files with digests that lie beside what a pattern matches.
func digestsOf(ctx context.Context, pattern string) ([]string, error) {
	if files.IsFolder(pattern) {
		pattern = files.Join(pattern, "*")
	}
	return files.Match(ctx, pattern+".sha1")
}

// missingParts looks for gaps in the numbers of parts, folder by folder.
func missingParts(dumps []Dump) ([]Damage, error) {
	first, folders := map[string]Dump{}, map[string][]string{}
	var order []string
	for _, d := range dumps {
		folder := d.File.Name[:strings.LastIndexByte(d.File.Name, '/')+1]
		if _, met := first[folder]; !met {
			first[folder] = d
			order = append(order, folder)
		}
		folders[folder] = append(folders[folder], path.Base(d.File.Name))
	}
	var damages []Damage
	for _, folder := range order {
		err := sor.Complete(strings.TrimSuffix(folder, "/"), folders[folder])
		switch {
		case err == nil:
		case !errors.Is(err, sor.ErrTruncated):
			return nil, err
		default:
			damages = append(damages, Damage{Index: first[folder].Index, Number: -1, Dump: folder, Reason: err.Error()})
		}
	}
	return damages, nil
}

// SampleLevel returns a level below the one that the sample of duplicates certainly
// ends at: as if a row took 128 bytes in the archive, twice what it takes. It is 0
// where few rows of the dumps may be asked for.
func SampleLevel(dumps []Dump, choice Choice) uint8 {
	if len(choice.Platforms) > 0 || choice.From != "" || choice.To != "" {
		return 0
	}
	var size int64
	for _, d := range dumps {
		size += d.File.Size
	}
	const bytesPerRow = 128
	return uint8(max(0, bits.Len64(uint64(size/bytesPerRow/sor.MaxSample))-1))
}
