// Reads the file that was chosen by an example.
window.readChosen = () => trigger("submit", {});
