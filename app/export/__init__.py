"""Story to page to folder: publish-ready HTML, all or nothing."""
