package sor

import (
	"path/filepath"
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
)

// relevant leaves out what the names show to be irrelevant and what a resumed
// run has counted already, and refuses what would be counted twice.
func (im *importer) relevant(all []input) ([]input, error) {
	counted := im.total.Files()
	files := slices.Clone(counted)
	var done []File // of those counted, what is left to be found
	if im.options.Resumed {
		done = counted
	}
	var chosen []input
	var links sameFiles
	folders := map[string][]string{} // the names in each
	for _, in := range all {
		f := newFile(in.base())
		if !im.mayHold(f) {
			continue
		}
		if in.folder != nil {
			dir := filepath.Dir(in.path)
			folders[dir] = append(folders[dir], f.Name)
		}
		if in.path != "-" {
			info, err := in.stat(in.path)
			if err != nil {
				return nil, err
			}
			if err := links.add(in, info); err != nil {
				return nil, err
			}
			f.Size = info.Size()
			if i := slices.IndexFunc(done, func(g File) bool { return g.Name == f.Name && g.Day == f.Day }); i >= 0 {
				if err := unchanged(in, f, done[i]); err != nil {
					return nil, err
				}
				done = slices.Delete(done, i, i+1)
				continue
			}
		}
		files = append(files, f)
		chosen = append(chosen, in)
		im.progress.Total.Add(f.Size)
	}
	if len(done) > 0 {
		return nil, document.Problem{
			Message: done[0].Name + " was counted by the run that is resumed, and is not among the files now",
			Hint:    "name the same files, or start again", Cause: ErrResume,
		}
	}
	if err := Overlap(files); err != nil {
		return nil, err
	}
	for dir, names := range folders {
		if err := complete(dir, names, false); err != nil {
			return nil, err
		}
	}
	return chosen, nil
}

// Relevant reports of each file whether its name lets it hold rows that the options
// ask for, by its day and its platform.
func Relevant(files []File, options Options) ([]bool, error) {
	im, err := newImporter(options)
	if err != nil {
		return nil, err
	}
	relevant := make([]bool, len(files))
	for i, f := range files {
		relevant[i] = im.mayHold(f)
	}
	return relevant, nil
}

func (im *importer) mayHold(f File) bool {
	day, dated := ParseDay(f.Day)
	switch {
	case dated && (day < im.from || day > im.to):
		return false
	case f.Slug != "" && f.Slug != "global" && im.platforms != nil:
		return im.platforms[f.Slug]
	}
	return true
}

// unchanged compares a file with what was noted when it was counted.
func unchanged(in input, f, counted File) error {
	sum, err := published(in)
	if err != nil {
		return err
	}
	if f.Size != counted.Size || sum != "" && counted.SHA1 != "" && sum != counted.SHA1 {
		return document.Problem{Message: in.path + " has changed since it was counted", Hint: "start again", Cause: ErrResume}
	}
	return nil
}
