var y={server:null,role:"reader",connected:!1,plan:null,original:null,preview:null,compared:null,frame:null,ct:null,contours:[],dose:null,planes:null,otherDose:null,cursor:[0,0,0],selection:{needle:null,seed:null},display:{dose:!1,contours:!0,isodoses:!0,washOpacity:.35,slab:0,window:{width:400,level:40,key:"soft"},levels:[],hidden:new Set,layout:"all",active:"axial",tool:"look",relative:!1,tab:"needles"},views:{},measures:[],forbidden:{forbidden:[],not_from:[]},draft:null,job:null},ta=new Map;function vt(n,e){for(let t of n.split(" "))ta.has(t)||ta.set(t,new Set),ta.get(t).add(e)}function Ne(n,e){for(let t of ta.get(n)??[])t(e)}function Sl(){ta=new Map}function Vt(){return y.preview?.plan??y.plan}var Bn=()=>y.plan?.kind==="implant",Hn=(n,e)=>n?.needles.find(t=>t.id===e)??null,ys=(n,e)=>n?.seeds.find(t=>t.id===e)??null,_r=n=>n.checked!=="preview"&&n.checked!=="stored";function $r(){return y.connected?y.role!=="editor"?"drag.reader":y.job!==null?"plan.running":y.plan===null?"no-plan":y.plan.preparing==="editing"?"preparing.editing":null:"server.lost"}var bl=n=>!["editing","organs"].includes(n.preparing),En=()=>$r()===null;function kn(n,e=null){y.selection.needle===n&&y.selection.seed===e||(y.selection={needle:n,seed:e},Ne("selection"))}function fn(n){y.cursor=y.frame.clamped(n),Ne("cursor")}var qx="http://www.w3.org/2000/svg",bp={value:1,checked:1,disabled:1};function R(n,e={},...t){return Mp(document.createElement(n),e,t)}function ut(n,e={},...t){return Mp(document.createElementNS(qx,n),e,t)}function Mp(n,e,t){for(let[i,s]of Object.entries(e))if(s!=null&&!(s===!1&&!i.startsWith("aria-")&&!(i in bp)))if(i==="text")n.textContent=s;else if(i==="on")for(let[r,o]of Object.entries(s))n.addEventListener(r,o);else i in bp?n[i]=s:n.setAttribute(i,s===!0&&!i.startsWith("aria-")?"":String(s));for(let i of t.flat())i!=null&&i!==!1&&n.append(i);return n}function lt(n,e,t={}){return R("button",{type:"button",text:n,on:{click:e},...t})}function ft(n,e,t){let i=String(t);n.getAttribute(e)!==i&&n.setAttribute(e,i)}function Wn(n,e){n.textContent!==e&&(n.textContent=e)}function Yn(n,e,t={}){return R("table",t,R("thead",{},R("tr",{},n.map(i=>R("th",{scope:"col",text:i})))),R("tbody",{},e))}function cn(n){let e=!1,t=[];return(...i)=>{t=i,!e&&(e=!0,requestAnimationFrame(()=>{e=!1,n(...t)}))}}var wp={notice:"Research software, not a medical device","boot.failed":"The page could not be built. Load it again; if that does not help, the browser's console says why.","boot.no-token":"This address has no valid key. Open the page with the address that `tps view` printed.","opening.begun":"Opening …","opening.images":"Reading the CT, {done} of {of} images …","opening.stage":"Opening: {stage} …","server.lost":"The connection to the server is lost. Nothing that was not finished is kept; trying again …",state:"State of the plan","state.unsigned":"NOT APPROVED","state.prepared":"NOT APPROVED: prepared, not reviewed","state.signed":"APPROVED","state.changed-since":"NOT APPROVED: changed since signed",restored:'Earlier work was put back: {steps} edit(s). "Back to the plan as opened" takes it away.',"state.revision":"Revision {revision}","state.offline":"no connection","state.reader":"read only: another tab edits","checked.checked":"checked","checked.edited-not-checked":"edited, not re-checked","checked.preview":"preview","checked.stored":"as stored in the folder","preparing.editing":"Editing is being prepared: to look at only until then","preparing.organs":"Organs and rules not looked at yet","preparing.rules":"Rules not looked at yet","figures.none":"Figures are being computed …","no-plan":"No plan yet: make one under Plan.",undo:"Undo",redo:"Redo","toggle.wash":"Dose wash","toggle.contours":"Contours","toggle.isodoses":"Isodoses",window:"Window","window.soft":"Soft tissue","window.lung":"Lung","window.bone":"Bone","window.free":"free","window.shown":"W {width}  L {level}",tools:"Tools","tool.measure":"Measure","tool.needle":"Add needle","tool.clear":"Clear","tool.needle.entry":"Click the entry on the skin.","tool.needle.tip":"Now click the tip. Esc stops.","tool.measure.from":"Click the first point.","tool.measure.to":"Click the second point.","layout.reset":"Reset views","layout.all":"All panes",language:"Language",help:"Help",close:"Close",check:"Check","check.what":"The plan as it stands becomes a version: evaluated in full and checked a second time by separately coded dose. Any edit after it needs a new check.","check.author":"Author","check.reason":"Reason of the change","check.no-author":"An author is needed.","check.do":"Check","check.done":"Checked: version {version}.","export.check-first":"Check the plan first: only what was evaluated in full is exported.","export.unsigned":"Not signed by a preparer and a reviewer: exported as NOT APPROVED.","compare.version":"version {number} {author}","check.running":"Evaluating in full and checking a second time …",sign:"Sign",export:"Export",panes:"Pictures",dock:"Figures and tables","pane.axial":"Axial","pane.sagittal":"Sagittal","pane.coronal":"Coronal","pane.space":"3D","pane.needle":"Needle's eye","pane.slice.label":"{name}, slice {slice} of {count}","pane.space.label":"Targets, organs, needles and seeds in space; it only turns","pane.space.none":"This browser has no WebGL: no picture in space. Everything else works.","pane.needle.of":"Needle's eye: needle {id}, {length} mm","pane.needle.none":"Choose a needle: in a picture or in the table.",crossed:"{name}: {mm} mm",near:"{name} is {mm} mm away","isodose.title":"{gy} Gy = {percent} %",locked:"locked",lock:"lock",unlock:"locked","lock.needle":"Lock needle {id}","unlock.needle":"Unlock needle {id}","lock.seed":"Lock seed {id}","unlock.seed":"Unlock seed {id}",needle:"Needle",needles:"Needles","needle.title":"Needle {id}, {length} mm","needle.depth":"Depth, mm","needle.tilt":"Tilt, °","needle.skin-angle":"To skin normal, °","needle.lung":"Lung, mm","needle.choose":"Choose a needle to type its ends, add a seed, or remove it.","needle.entry":"Entry","needle.tip":"Tip","needle.coordinate":"{end} of needle {id}, {axis} in mm","needle.remove":"Remove needle {id}","needle.details":"Needle {id}","handle.entry":"Entry of needle {id}","handle.tip":"Tip of needle {id}",seed:"Seed",seeds:"Seeds","seed.label":"Seed {id}, needle {needle}, {depth} mm from the tip","seed.depth":"From tip, mm","seed.depth.of":"Distance of seed {id} from the tip, mm","seed.position":"x, y, z, mm","seed.strength":"Strength, U","seed.manual":"by hand","seed.remove":"Remove seed {id}","seed.add":"Add seed","seed.add.at":"At","seed.add.depth":"Distance of the new seed from the tip, mm",rules:"Rules","rules.broken":"{count} with a broken rule","drag.again":"Chosen. Drag it again to move it.","drag.locked":"Locked: unlock it first.","drag.reader":"This tab is read only.","drag.end-on":"The needle points into this picture: drag the seed in another one, or use the arrow keys.","drag.cancelled":"Taken back: nothing was changed.","drag.lost":"The connection broke while something was dragged: nothing was changed.","drag.fine":"No rule is broken.","edits.none":"No edits.","edits.original":"Back to the plan as opened",warnings:"Warnings","warnings.none":"None.","tab.needles":"Needles","tab.seeds":"Seeds","tab.structures":"Structures","tab.edits":"Edits","tab.steer":"Plan","tab.compare":"Compare",dvh:"Dose-volume histogram","dvh.curves":"Curves: click to hide","dvh.table":"Values as a table","dvh.show-gy":"in Gy","dvh.show-percent":"in %","dvh.dose":"Dose, {unit}","dvh.volume":"Volume, %","dvh.hover":"{name}: {gy} Gy ({percent} %), {volume} %, {cc} cm³","dvh.hover.before":"{name}, before: {gy} Gy ({percent} %), {volume} %, {cc} cm³",metrics:"Metrics","goal.met":"kept","goal.missed":"not kept","metric.volume_cc":"Volume","metric.minimum_peripheral_dose_gy":"Min. per. dose","metric.matched_peripheral_dose_gy":"Matched per. dose","metric.d90_gy":"D90","metric.d95_gy":"D95","metric.d100_gy":"D100","metric.mean_gy":"Mean dose","metric.max_gy":"Max. dose","metric.v90":"V90","metric.v100":"V100","metric.v150":"V150","metric.v200":"V200","metric.ci":"Conformation CI","metric.ei":"External EI","metric.hi":"Homogeneity HI",structure:"Structure","structure.show":"Show {name}",shown:"Shown",kind:"Kind","kind.target":"target","kind.organ":"organ","kind.derived":"found in the CT","kind.body":"body","kind.other":"other",coldest:"Coldest place","coldest.go":"Go to the coldest place of {name}",levels:"Isodoses","level.show":"Show the isodose at {percent} %","level.gy":"Dose of the isodose at {percent} %, Gy","level.percent":"Isodose of {gy} Gy in per cent of the prescription","level.legend":"{gy} Gy · {percent} %",dose:"Dose","of-prescription":"Of the prescription","wash.opacity":"Opacity of the dose wash",readout:"At the pointer","readout.none":"Point at a picture.","readout.no-dose":"outside the dose grid","plan.run":"Plan","plan.cancel":"Cancel","plan.progress":"Progress of planning","plan.running":"planning …","plan.keep-locked":"Keep locked needles and seeds where they are","plan.locked":"Locked: needles {needles}; seeds {seeds}.","plan.none-locked":"Nothing is locked.","plan.started":"Started.","plan.cancelling":"Stopping …","plan.more":"More","job.done":"Done.","job.failed":"Planning failed.","job.cancelled":"Cancelled: the plan is as it was.","job.running":"Running.","job.started":"Started.","form.clearance":"Clearance of {name}, mm","form.list":"values with commas between","form.mapping":"Name: number, Name","request.targets":"Targets","request.prescription":"Prescription","request.prescription.dose_gy":"Dose, Gy","request.prescription.metric":"Prescribed to","request.strength_u":"Strength of a seed, U","request.avoid":"Avoid (clearance, mm)","request.cross":"May be crossed","request.limits":"Limits","request.max_needles":"Needles at most","request.margin_mm":"Margin, mm","request.steering":"Direction of the needles","request.protocol":"Spacing, clearances and other rules","request.protocol.needle_spacing_mm":"Needle spacing, mm (from, to)","request.protocol.seed_spacing_mm":"Seed spacing, mm (from, to)","request.steering.side":"From (side)","request.steering.in_plane":"Within axial slices","request.steering.max_lung_mm":"Through lung at most, mm","request.steering.max_depth_mm":"Depth at most, mm",compare:"Comparison","compare.with":"Compare with","compare.original":"the plan as opened","compare.start":"Compare","compare.stop":"Stop comparing","compare.hint":"Metrics stand side by side; DVH and isodoses of the other plan are dashed.","compare.shown":"Shown","compare.other":"Other","compare.difference":"Difference","compare.count":"{needles} needles, {seeds} seeds","sign.read":"Read what is signed. A later change makes the signature void.","sign.what":"What","sign.value":"Value","sign.as":"Signed as","sign.prepared":"Prepared by","sign.reviewed":"Reviewed by","sign.name":"Name","sign.reason":"Reason or remark","sign.do":"Sign","sign.no-name":"A name is needed.","sign.done":"{role} {name}: signed.","export.what":"The plan is evaluated and checked in full and written as a new version into a new folder beside the opened one. The opened plan stays as it is.","export.changes":"What changed","export.broken":"Rules that are broken","export.sure":"Export all the same; it is written into the plan","export.not-sure":"Rules are broken: say that you mean it.","export.name":"Name of the new folder","export.do":"Export","export.running":"Evaluating, checking and writing …","export.done":"Exported","fact.folder":"Folder","fact.version":"Version","fact.parent":"Made from version","fact.files":"Files","fact.seed_length_mm":"Length of a seed, mm","fact.level_text":"Level in words","fact.second check":"Second check","fact.author":"Author","fact.reason":"Reason","fact.at":"Time","fact.strength_label":"Strength","fact.strength_at":"Strength holds at","fact.calibration":"Calibration","fact.needles":"Needles","fact.seeds":"Seeds","fact.headline":"Dose","fact.goals":"Goals","fact.status":"Status","fact.reasons":"Why not met","fact.signatures":"Signatures","fact.prepared":"Prepared by","fact.reviewed":"Reviewed by","fact.notes":"Notes","fact.dose":"Dose","fact.access":"Access","fact.limits":"Limits","fact.dose_gy":"Dose, Gy","fact.metric":"Prescribed to","fact.name":"Name","fact.model":"Model","fact.text":"Text","fact.met":"kept","fact.value":"Value","fact.dose_met":"Dose met","fact.limits_kept":"Limits kept","fact.hash":"Hash","fact.source":"Source","fact.level":"Level of the source data","fact.prescription":"Prescription","fact.strength":"Strength","fact.warnings":"Warnings","fact.second_check":"Second check","fact.date":"Date","fact.approval":"Approval","fact.edits":"Edits","fact.metrics":"Metrics","fact.verdict":"Verdict","fact.points":"Points","fact.max_relative_difference":"Largest relative difference",yes:"yes",no:"no","help.keys":"Keys","help.what":"What they do","help.units":"All coordinates: DICOM patient axes in mm (x to the left, y to posterior, z to superior). Dose: total of the permanent implant, Gy.","help.slice":"one slice","help.slices":"ten slices","help.ends":"first and last slice","help.cursor":"set the crosshair in all pictures","help.follow":"crosshair follows","help.zoom":"zoom","help.pan":"move the picture","help.window":"window width and level","help.presets":"soft tissue, lung, bone","help.reset":"reset views","help.full":"one pane, or all (double click)","help.toggles":"dose wash, contours, isodoses","help.needles":"next, previous needle","help.nudge":"0.5 mm along the needle; with Shift 5 mm","help.undo":"undo","help.redo":"redo","help.measure":"measure","help.escape":"take a drag back, leave a tool, close","help.help":"this page","keys.Wheel, ↑ ↓":"Wheel, ↑ ↓","keys.Click":"Click","keys.Shift + move":"Shift + move","keys.Ctrl + wheel":"Ctrl + wheel","keys.Middle / Ctrl drag":"Middle / Ctrl drag","keys.Right drag":"Right drag","keys.Arrows on a seed":"Arrows on a seed","state.delivered":"DELIVERED",slab:"Slab","slab.of":"Brightest of {mm} mm","slab.none":"One slice","slab.shown":"brightest of {mm} mm","tool.seed":"Add seed","tool.seed.at":"Click where the seed lies. Esc stops.","tab.found":"Seeds found","found.seeds":"Seeds found","found.is":"Is","found.moved":"Along, across, mm","found.sure":"How sure","found.by-hand":"by hand","found.counts":"{found} of {planned} seeds; {matched} matched, {by_hand} corrected by hand.","found.label":"Seed {id}, {standing}","found.choose":"Choose a seed to move, split or remove it. In a picture it can be dragged anywhere.","found.coordinate":"{what} of seed {id}, {axis}","found.place":"Place, mm","found.axis":"Axis","found.split":"Split seed {id} into two","found.remove":"Take out seed {id}","found.details":"Seed {id}","standing.planned":"seed {planned} of needle {needle}","standing.extra":"not planned","standing.far":"far from the target","standing.before":"there before",lost:"Planned, not found","lost.title":"Seed {seed} of needle {needle}","lost.take":"Put it here",doubtful:"Doubtful, not counted","doubtful.title":"May be a seed ({confidence} %)","doubtful.take":"Count it","metric.planned":"planned {value}","check.what.found":"The seeds as they stand become a version: the delivered dose is computed in full, with its bands, and checked a second time by separately coded dose.","export.what.found":"The corrected seeds and the dose they give are written as a new verified folder beside the opened one, as tps verify --seeds does. The opened folder stays as it is.","tool.forbid":"Forbid a region","tool.forbid-directions":"Forbid directions","forbid.axial":"Draw in the axial picture.","forbid.region":"Forbid a region","forbid.do":"Forbid","forbid.what":"No needle of the next planning enters what was outlined, on these slices.","forbid.from":"From slice","forbid.to":"To slice","forbid.name":"Name","forbid.name.own":"Forbidden 1","forbid.region.how":"Draw around the region in the axial picture, the button held. Esc stops.","forbid.directions.how":"Draw an arc around the target in the axial picture, the button held: needles do not come from there. Esc stops.","forbid.list":"Forbidden to the next planning","forbid.allow":"Allow","forbid.allow.of":"Allow again: {what}","forbid.region.of":"No needle through {name}, z {from} to {to} mm","forbid.directions.of":"No needle from {from}° to {to}°","forbid.region.title":"{name}: forbidden to the next planning","forbid.directions.title":"Needles do not come from here in the next planning",picture:"Save picture","picture.plan":"revision {revision}, version {version}","picture.not-clinical":"Not for clinical use","picture.saved":"Saved as {name}.","help.picture":"save the active picture as a file","region.Airway (from CT)":"Airway (from CT)","region.Body (from CT)":"Body (from CT)","region.Bone (from CT)":"Bone (from CT)","region.Bulla (from CT)":"Bulla (from CT)","region.Contrast (from CT)":"Contrast (from CT)","region.Gas (from CT)":"Gas (from CT)","region.Lung (from CT)":"Lung (from CT)","region.Mediastinum (from CT)":"Mediastinum (from CT)","region.Spinal-Canal (from CT)":"Spinal-Canal (from CT)","region.Vessel (from CT)":"Vessel (from CT)","fact.targets":"Targets","fact.plan_uid":"RT Plan UID","fact.sha256":"SHA-256 of plan.json"};var Tp={notice:"研究软件，非医疗器械","boot.failed":"页面无法构建。请重新载入；如仍不行，请查看浏览器控制台。","boot.no-token":"此地址没有有效密钥。请用 `tps view` 打印的地址打开本页。","opening.begun":"正在打开 …","opening.images":"正在读取 CT，第 {done} / {of} 幅 …","opening.stage":"正在打开：{stage} …","server.lost":"与服务器的连接已断开。未完成的操作不会保留；正在重新连接 …",state:"计划状态","state.unsigned":"未批准","state.prepared":"未批准：已制定，未审核","state.signed":"已批准","state.changed-since":"未批准：签署后有更改",restored:"已恢复先前的工作：{steps} 处修改。“恢复到打开时的计划”可清除。","state.revision":"修订 {revision}","state.offline":"无连接","state.reader":"只读：另一标签页正在编辑","checked.checked":"已核对","checked.edited-not-checked":"已修改，未重新核对","checked.preview":"预览","checked.stored":"文件夹中所存","preparing.editing":"正在准备编辑：暂时只能查看","preparing.organs":"器官和规则尚未检查","preparing.rules":"规则尚未检查","figures.none":"正在计算各项数值 …","no-plan":"尚无计划：请在“计划”中制定。",undo:"撤销",redo:"重做","toggle.wash":"剂量色图","toggle.contours":"轮廓","toggle.isodoses":"等剂量线",window:"窗宽窗位","window.soft":"软组织","window.lung":"肺","window.bone":"骨","window.free":"自定义","window.shown":"窗宽 {width}  窗位 {level}",tools:"工具","tool.measure":"测距","tool.needle":"添加针","tool.clear":"清除","tool.needle.entry":"请点击皮肤进针点。","tool.needle.tip":"再点击针尖。Esc 取消。","tool.measure.from":"请点击第一点。","tool.measure.to":"请点击第二点。","layout.reset":"重置视图","layout.all":"全部窗格",language:"语言",help:"帮助",close:"关闭",check:"核对","check.what":"当前计划将成为一个版本：完整评估，并由独立编写的剂量计算进行第二次核对。此后的任何修改都需要重新核对。","check.author":"作者","check.reason":"更改原因","check.no-author":"请填写作者。","check.do":"核对","check.done":"已核对：版本 {version}。","export.check-first":"请先核对计划：只有完整评估过的计划才能导出。","export.unsigned":"尚未由制定者和审核者签署：将以“未批准”导出。","compare.version":"版本 {number} {author}","check.running":"正在完整评估并进行第二次核对 …",sign:"签署",export:"导出",panes:"图像",dock:"数据与表格","pane.axial":"横断面","pane.sagittal":"矢状面","pane.coronal":"冠状面","pane.space":"三维","pane.needle":"沿针视图","pane.slice.label":"{name}，第 {slice} 层，共 {count} 层","pane.space.label":"靶区、器官、针与粒子的三维图；只可旋转","pane.space.none":"此浏览器没有 WebGL：无三维图。其余功能均可使用。","pane.needle.of":"沿针视图：针 {id}，{length} mm","pane.needle.none":"请在图像或表格中选择一根针。",crossed:"{name}：{mm} mm",near:"距 {name} {mm} mm","isodose.title":"{gy} Gy = {percent} %",locked:"已锁定",lock:"锁定",unlock:"已锁","lock.needle":"锁定针 {id}","unlock.needle":"解锁针 {id}","lock.seed":"锁定粒子 {id}","unlock.seed":"解锁粒子 {id}",needle:"针",needles:"针","needle.title":"针 {id}，{length} mm","needle.depth":"深度 mm","needle.tilt":"倾角 °","needle.skin-angle":"与皮肤法线 °","needle.lung":"肺 mm","needle.choose":"选择一根针后可输入两端坐标、添加粒子或删除该针。","needle.entry":"进针点","needle.tip":"针尖","needle.coordinate":"针 {id} {end} {axis}，mm","needle.remove":"删除针 {id}","needle.details":"针 {id}","handle.entry":"针 {id} 的进针点","handle.tip":"针 {id} 的针尖",seed:"粒子",seeds:"粒子","seed.label":"粒子 {id}，针 {needle}，距针尖 {depth} mm","seed.depth":"距针尖 mm","seed.depth.of":"粒子 {id} 距针尖，mm","seed.position":"x, y, z，mm","seed.strength":"源强 U","seed.manual":"手动","seed.remove":"删除粒子 {id}","seed.add":"添加粒子","seed.add.at":"距针尖","seed.add.depth":"新粒子距针尖，mm",rules:"规则","rules.broken":"{count} 处违反规则","drag.again":"已选中。再次拖动即可移动。","drag.locked":"已锁定：请先解锁。","drag.reader":"此标签页为只读。","drag.end-on":"针垂直于此图像：请在其他图像中拖动粒子，或使用方向键。","drag.cancelled":"已取消：未作更改。","drag.lost":"拖动时连接中断：未作更改。","drag.fine":"未违反规则。","edits.none":"无修改。","edits.original":"恢复到打开时的计划",warnings:"警告","warnings.none":"无。","tab.needles":"针","tab.seeds":"粒子","tab.structures":"结构","tab.edits":"修改","tab.steer":"计划","tab.compare":"比较",dvh:"剂量体积直方图","dvh.curves":"曲线：点击隐藏","dvh.table":"数值表","dvh.show-gy":"以 Gy 显示","dvh.show-percent":"以 % 显示","dvh.dose":"剂量，{unit}","dvh.volume":"体积，%","dvh.hover":"{name}：{gy} Gy（{percent} %），{volume} %，{cc} cm³","dvh.hover.before":"{name}，修改前：{gy} Gy（{percent} %），{volume} %，{cc} cm³",metrics:"剂量指标","goal.met":"满足","goal.missed":"不满足","metric.volume_cc":"体积","metric.minimum_peripheral_dose_gy":"最小周边剂量","metric.matched_peripheral_dose_gy":"匹配周边剂量","metric.d90_gy":"D90","metric.d95_gy":"D95","metric.d100_gy":"D100","metric.mean_gy":"平均剂量","metric.max_gy":"最大剂量","metric.v90":"V90","metric.v100":"V100","metric.v150":"V150","metric.v200":"V200","metric.ci":"适形指数 CI","metric.ei":"靶外指数 EI","metric.hi":"均匀性指数 HI",structure:"结构","structure.show":"显示 {name}",shown:"显示",kind:"类别","kind.target":"靶区","kind.organ":"器官","kind.derived":"由 CT 识别","kind.body":"体表","kind.other":"其他",coldest:"最低剂量点","coldest.go":"转到 {name} 的最低剂量点",levels:"等剂量线","level.show":"显示 {percent} % 等剂量线","level.gy":"{percent} % 等剂量线的剂量，Gy","level.percent":"{gy} Gy 等剂量线占处方剂量的百分比","level.legend":"{gy} Gy · {percent} %",dose:"剂量","of-prescription":"占处方剂量","wash.opacity":"剂量色图不透明度",readout:"指针处","readout.none":"请将指针移到图像上。","readout.no-dose":"剂量网格之外","plan.run":"制定计划","plan.cancel":"取消","plan.progress":"计划进度","plan.running":"正在计划 …","plan.keep-locked":"保持已锁定的针与粒子不动","plan.locked":"已锁定：针 {needles}；粒子 {seeds}。","plan.none-locked":"没有锁定项。","plan.started":"已开始。","plan.cancelling":"正在停止 …","plan.more":"更多","job.done":"完成。","job.failed":"计划失败。","job.cancelled":"已取消：计划未改变。","job.running":"进行中。","job.started":"已开始。","form.clearance":"{name} 的间距，mm","form.list":"以逗号分隔","form.mapping":"名称: 数值, 名称","request.targets":"靶区","request.prescription":"处方","request.prescription.dose_gy":"剂量，Gy","request.prescription.metric":"处方指标","request.strength_u":"粒子源强，U","request.avoid":"避开（间距，mm）","request.cross":"允许穿过","request.limits":"限值","request.max_needles":"最多针数","request.margin_mm":"外扩，mm","request.steering":"进针方向","request.protocol":"间距、避让及其他规则","request.protocol.needle_spacing_mm":"针间距，mm（下限, 上限）","request.protocol.seed_spacing_mm":"粒子间距，mm（下限, 上限）","request.steering.side":"进针侧","request.steering.in_plane":"限于横断面内","request.steering.max_lung_mm":"经肺最长，mm","request.steering.max_depth_mm":"最大深度，mm",compare:"比较","compare.with":"比较对象","compare.original":"打开时的计划","compare.start":"比较","compare.stop":"停止比较","compare.hint":"指标并列显示；另一计划的 DVH 与等剂量线为虚线。","compare.shown":"当前","compare.other":"对照","compare.difference":"差值","compare.count":"{needles} 针，{seeds} 粒","sign.read":"请核对签署内容。之后的任何更改都会使签署失效。","sign.what":"项目","sign.value":"值","sign.as":"签署身份","sign.prepared":"制定者","sign.reviewed":"审核者","sign.name":"姓名","sign.reason":"理由或备注","sign.do":"签署","sign.no-name":"请填写姓名。","sign.done":"{role} {name}：已签署。","export.what":"计划将完整评估并核对，作为新版本写入原文件夹旁的新文件夹。原计划保持不变。","export.changes":"更改内容","export.broken":"违反的规则","export.sure":"仍然导出；将写入计划","export.not-sure":"存在违反的规则：请勾选确认。","export.name":"新文件夹名称","export.do":"导出","export.running":"正在评估、核对并写入 …","export.done":"已导出","fact.folder":"文件夹","fact.version":"版本","fact.parent":"来源版本","fact.files":"文件","fact.seed_length_mm":"粒子长度，mm","fact.level_text":"级别说明","fact.second check":"独立复核","fact.author":"作者","fact.reason":"原因","fact.at":"时间","fact.strength_label":"源强","fact.strength_at":"源强对应时间","fact.calibration":"标定","fact.needles":"针","fact.seeds":"粒子","fact.headline":"剂量","fact.goals":"目标","fact.status":"状态","fact.reasons":"未达标原因","fact.signatures":"签署","fact.prepared":"制定者","fact.reviewed":"审核者","fact.notes":"说明","fact.dose":"剂量","fact.access":"入路","fact.limits":"限值","fact.dose_gy":"剂量，Gy","fact.metric":"处方指标","fact.name":"名称","fact.model":"型号","fact.text":"内容","fact.met":"满足","fact.value":"值","fact.dose_met":"剂量达标","fact.limits_kept":"限量满足","fact.hash":"哈希值","fact.source":"粒子源","fact.level":"源数据级别","fact.prescription":"处方","fact.strength":"源强","fact.warnings":"警告","fact.second_check":"独立复核","fact.date":"日期","fact.approval":"审批","fact.edits":"修改","fact.metrics":"剂量指标","fact.verdict":"结论","fact.points":"点数","fact.max_relative_difference":"最大相对差",yes:"是",no:"否","help.keys":"按键","help.what":"作用","help.units":"坐标为 DICOM 患者坐标，mm（x 向左，y 向后，z 向上）。剂量为永久植入总剂量，Gy。","help.slice":"一层","help.slices":"十层","help.ends":"首层与末层","help.cursor":"在所有图像中设置十字线","help.follow":"十字线跟随","help.zoom":"缩放","help.pan":"平移","help.window":"窗宽窗位","help.presets":"软组织、肺、骨","help.reset":"重置视图","help.full":"单窗格或全部（双击）","help.toggles":"剂量色图、轮廓、等剂量线","help.needles":"下一根、上一根针","help.nudge":"沿针移动 0.5 mm；按 Shift 为 5 mm","help.undo":"撤销","help.redo":"重做","help.measure":"测距","help.escape":"取消拖动、退出工具、关闭","help.help":"本页","keys.Wheel, ↑ ↓":"滚轮, ↑ ↓","keys.Click":"单击","keys.Shift + move":"Shift + 移动","keys.Ctrl + wheel":"Ctrl + 滚轮","keys.Middle / Ctrl drag":"中键 / Ctrl 拖动","keys.Right drag":"右键拖动","keys.Arrows on a seed":"粒子上的方向键","state.delivered":"已植入",slab:"层厚投影","slab.of":"{mm} mm 内最大密度","slab.none":"单层","slab.shown":"{mm} mm 最大密度投影","tool.seed":"添加粒子","tool.seed.at":"点击粒子所在位置。按 Esc 停止。","tab.found":"找到的粒子","found.seeds":"找到的粒子","found.is":"对应","found.moved":"沿针、横向位移，mm","found.sure":"可信度","found.by-hand":"手动","found.counts":"计划 {planned} 颗，找到 {found} 颗；匹配 {matched} 颗，手动修正 {by_hand} 颗。","found.label":"粒子 {id}，{standing}","found.choose":"选择一颗粒子以移动、拆分或删除。在图像中可向任意方向拖动。","found.coordinate":"粒子 {id} 的{what}，{axis}","found.place":"位置，mm","found.axis":"轴向","found.split":"将粒子 {id} 拆分为两颗","found.remove":"删除粒子 {id}","found.details":"粒子 {id}","standing.planned":"针 {needle} 的粒子 {planned}","standing.extra":"计划外","standing.far":"远离靶区","standing.before":"原有",lost:"计划中未找到","lost.title":"针 {needle} 的粒子 {seed}","lost.take":"放在此处",doubtful:"存疑，未计入","doubtful.title":"可能是粒子（{confidence} %）","doubtful.take":"计入","metric.planned":"计划 {value}","check.what.found":"当前的粒子成为一个版本：完整计算已植入剂量及其不确定范围，并由独立编写的剂量程序复核。","export.what.found":"修正后的粒子及其剂量作为新的验证文件夹写在所打开文件夹旁边，与 tps verify --seeds 的结果相同。所打开的文件夹保持不变。","tool.forbid":"禁止区域","tool.forbid-directions":"禁止方向","forbid.axial":"请在横断面图像中绘制。","forbid.region":"禁止区域","forbid.do":"禁止","forbid.what":"下次计划中，任何针都不进入这些层面上所勾画的区域。","forbid.from":"起始层","forbid.to":"终止层","forbid.name":"名称","forbid.name.own":"例如 Forbidden 1","forbid.region.how":"按住按键，在横断面图像中沿区域边缘勾画。按 Esc 停止。","forbid.directions.how":"按住按键，在横断面图像中围绕靶区画一段弧：针不从该方向进入。按 Esc 停止。","forbid.list":"下次计划禁止","forbid.allow":"允许","forbid.allow.of":"重新允许：{what}","forbid.region.of":"针不得穿过 {name}，z {from} 至 {to} mm","forbid.directions.of":"针不得从 {from}° 至 {to}° 进入","forbid.region.title":"{name}：下次计划禁止进入","forbid.directions.title":"下次计划中针不从此方向进入",picture:"保存图像","picture.plan":"修订 {revision}，版本 {version}","picture.not-clinical":"不用于临床","picture.saved":"已保存为 {name}。","help.picture":"将当前图像保存为文件","region.Airway (from CT)":"气道（CT 识别）","region.Body (from CT)":"体表（CT 识别）","region.Bone (from CT)":"骨（CT 识别）","region.Bulla (from CT)":"肺大疱（CT 识别）","region.Contrast (from CT)":"造影剂（CT 识别）","region.Gas (from CT)":"气体（CT 识别）","region.Lung (from CT)":"肺（CT 识别）","region.Mediastinum (from CT)":"纵隔（CT 识别）","region.Spinal-Canal (from CT)":"椎管（CT 识别）","region.Vessel (from CT)":"血管（CT 识别）","fact.targets":"靶区","fact.plan_uid":"RT Plan UID（计划标识）","fact.sha256":"plan.json 的 SHA-256（校验和）"};var Ml={en:wp,zh:Tp},Ep={en:"English",zh:"简体中文"},wl="en";function Tl(n){wl=n in Ml?n:"en",document.documentElement.lang=wl==="zh"?"zh-Hans":"en"}var ss=()=>wl;function C(n,e={}){return(Ml[wl][n]??Ml.en[n]??n).replace(/\{(\w+)\}/g,(i,s)=>s in e?String(e[s]):i)}function xr({name:n,kind:e}){let t=`region.${n}`;return e==="derived"&&na(t)?C(t):n}var na=n=>n in Ml.en,Ze=(n,e=1)=>n==null||Number.isNaN(n)?"–":n.toFixed(e);var ia="token",Zr="",Ou="";function Ap(){let n=new URLSearchParams(location.hash.slice(1));if(n.has(ia)){Zr=n.get(ia),sessionStorage.setItem(ia,Zr),n.delete(ia);let e=n.toString();history.replaceState(null,"",location.pathname+(e?`#${e}`:""))}else Zr=sessionStorage.getItem(ia)??"";return Zr!==""}var Cp=()=>Zr,Rp=n=>{Ou=n},pn=class extends Error{constructor(e,t,i){super(t),this.status=e,this.body=i}};async function Fu(n,e={}){let t={Authorization:`Bearer ${Zr}`,"Accept-Language":ss(),...e.headers};Ou&&(t["X-Session"]=Ou);let i;try{i=await fetch(n,{...e,headers:t,cache:"no-store"})}catch{throw new pn(0,"")}if(i.ok)return i;let s=await i.text(),r=null;try{r=JSON.parse(s)}catch{}throw new pn(i.status,r?.error??r?.message??s.slice(0,300),r)}var Sn=async n=>(await Fu(n)).json(),Pi=async(n,e={})=>(await Fu(n,{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify(e)})).json();async function Xs(n){let e=await Fu(n);return{header:JSON.parse(e.headers.get("X-Grid")??"null"),bytes:await e.arrayBuffer()}}var yr=null,sa=null,Pp=0;function Ip(){return yr=R("div",{id:"message",role:"status","aria-live":"polite"}),sa=R("div",{id:"banner",role:"alert",hidden:!0}),{line:yr,banner:sa}}function st(n,e="info"){yr&&(Wn(yr,n),yr.title=n,yr.className=e,clearTimeout(Pp),Pp=setTimeout(()=>Wn(yr,""),12e3))}function ra(n){sa&&(sa.hidden=!n,Wn(sa,n??""))}var Zx=1500,vr=null,El=new Map;function ai(n,e){El.set(n,e)}function Al(n){return vr?.readyState!==WebSocket.OPEN?!1:(vr.send(JSON.stringify(n)),!0)}function Bu(){vr=new WebSocket(`ws://${location.host}/ws`),vr.binaryType="arraybuffer",vr.addEventListener("open",()=>Al({type:"hello",token:Cp(),language:ss()})),vr.addEventListener("message",({data:n})=>{if(typeof n!="string")return El.get("binary")?.(n);let e=JSON.parse(n);e.type==="welcome"&&Jx(e),e.type==="role"&&Lp(e.role),El.get(e.type)?.(e)}),vr.addEventListener("close",Kx)}function Jx({role:n,session:e}){Rp(e),y.connected=!0,ra(""),Lp(n)}function Lp(n){y.role=n,Ne("role")}function Kx(){y.connected&&(y.connected=!1,El.get("lost")?.(),Ne("role")),ra(C("server.lost")),setTimeout(Bu,Zx)}var oa={wheel:[],drag:[],exact:[]};function aa(n,e){requestAnimationFrame(()=>requestAnimationFrame(()=>{oa[n].push(performance.now()-e),oa[n].length>1e3&&oa[n].shift()}))}var Dp=(n,e)=>n[0]*e[0]+n[1]*e[1]+n[2]*e[2],Jr=class{constructor(e,t){if(this.header=e,this.values=t,this.shape=[e.shape[2],e.shape[1],e.shape[0]],this.origin=e.origin_mm,this.spacing=e.spacing_mm,this.axes=e.axes??[[1,0,0],[0,1,0],[0,0,1]],t.length!==e.shape[0]*e.shape[1]*e.shape[2])throw new Error("dose of another size")}index(e){let t=[e[0]-this.origin[0],e[1]-this.origin[1],e[2]-this.origin[2]];return[0,1,2].map(i=>Dp(t,this.axes[i])/this.spacing[i])}steps(e){return[0,1,2].map(t=>Dp(e,this.axes[t])/this.spacing[t])}at(e){let t=this.blended(...this.index(e));return Number.isNaN(t)?null:t}onPlane(e,t,i,s,r,o){let a=o??new Float32Array(s*r),[l,c,h]=this.index(e),[d,u,f]=this.steps(t),[g,v,m]=this.steps(i),p=0;for(let S=0;S<r;S++){let P=l+S*g,T=c+S*v,L=h+S*m;for(let A=0;A<s;A++,P+=d,T+=u,L+=f)a[p++]=this.blended(P,T,L)}return a}blended(e,t,i){let[s,r,o]=this.shape;if(e<0||t<0||i<0||e>s-1||t>r-1||i>o-1)return NaN;let a=Math.min(s-2,e|0),l=Math.min(r-2,t|0),c=Math.min(o-2,i|0),h=e-a,d=t-l,u=i-c,f=this.values,g=(c*r+l)*s+a,v=g+s*r,m=(f[g]*(1-h)+f[g+1]*h)*(1-d)+(f[g+s]*(1-h)+f[g+s+1]*h)*d,p=(f[v]*(1-h)+f[v+1]*h)*(1-d)+(f[v+s]*(1-h)+f[v+s+1]*h)*d;return m*(1-u)+p*u}corners(){let e=this.shape.map((t,i)=>(t-1)*this.spacing[i]);return[0,1,2,3,4,5,6,7].map(t=>[0,1,2].map(i=>this.origin[i]+[0,1,2].reduce((s,r)=>s+(t>>r&1)*e[r]*this.axes[r][i],0)))}};function Np(n){let e=new DataView(n).getUint32(0,!0),t=JSON.parse(new TextDecoder().decode(new Uint8Array(n,4,e))),i=4+e,s=t.sizes.map(r=>{let o=new Float32Array(n,i,r);return i+=o.byteLength,o});return{header:t,values:s}}var jx=n=>{let[e,t,i]=n.map(s=>s/255<=.03928?s/255/12.92:((s/255+.055)/1.055)**2.4);return .2126*e+.7152*t+.0722*i};function Cl(n){let e=[1,3,5].map(t=>parseInt(n.slice(t,t+2),16));for(;(jx(e)+.05)/.05<5;)e=e.map(t=>t+Math.max(1,(255-t)*.06));return`#${e.map(t=>Math.round(Math.min(255,t)).toString(16).padStart(2,"0")).join("")}`}var Rl=class{constructor(e,t,i){this.structure=e,this.frame=i;let s=t.map(({z_mm:o,rings:a})=>{let l=a.map(c=>Qx(c,o,i));return{rings:l.map(c=>c.points),depth:l[0].depth}});this.planes=s.sort((o,a)=>o.depth-a.depth);let r=this.planes.slice(1).map((o,a)=>o.depth-this.planes[a].depth).filter(o=>o>.001);this.step=r.length?Math.min(...r):i.spacing[2]}axial(e){let t=null;for(let i of this.planes){let s=Math.abs(i.depth-e);s<=this.step/2+.001&&(t===null||s<Math.abs(t.depth-e))&&(t=i)}return t?t.rings:[]}centre(){let e=0,t=[0,0,0];for(let{rings:i,depth:s}of this.planes)for(let r of i)for(let o=0;o<r.length;o+=2)t[0]+=r[o],t[1]+=r[o+1],t[2]+=s,e++;return this.frame.toPatient(t.map(i=>i/e))}across(e,t){let i=this.planes.map(({rings:o,depth:a})=>({depth:a,spans:ey(o,e,t)})),s=[],r=this.step/2;return i.forEach(({depth:o,spans:a},l)=>{for(let u of a)s.push([u,o-r,u,o+r]);let c=i[l+1],h=c&&c.depth-o<1.5*this.step;Up(s,a,h?c.spans:[],o+r);let d=i[l-1];(!d||o-d.depth>=1.5*this.step)&&Up(s,[],a,o-r)}),s}contains(e){let[t,i,s]=this.frame.toFrame(e),r=!1;for(let o of this.axial(s))ty(o,t,i)&&(r=!r);return r}};function Qx(n,e,t){let i=new Float32Array(n.length),s=0;for(let r=0;r<n.length;r+=2){let[o,a,l]=t.toFrame([n[r],n[r+1],e]);i[r]=o,i[r+1]=a,s+=l}return{points:i,depth:s/(n.length/2)}}function ey(n,e,t){let i=1-e,s=[];for(let r of n){let o=r.length/2;for(let a=0;a<o;a++){let l=(a+1)%o,c=r[2*a+e]-t,h=r[2*l+e]-t;c>0!=h>0&&s.push(r[2*a+i]+(r[2*l+i]-r[2*a+i])*(c/(c-h)))}}return s.sort((r,o)=>r-o)}function Up(n,e,t,i){let s=[...e,...t].sort((r,o)=>r-o);for(let r=0;r+1<s.length;r+=2)s[r+1]>s[r]&&n.push([s[r],i,s[r+1],i])}function ty(n,e,t){let i=!1,s=n.length;for(let r=0,o=s-2;r<s;o=r,r+=2)n[r+1]>t!=n[o+1]>t&&e<(n[o]-n[r])*(t-n[r+1])/(n[o+1]-n[r+1])+n[r]&&(i=!i);return i}async function Op(n){let e=await Sn("/api/contours");y.contours=[],Fp(n,e)}async function Pl(n){let e=new Set(y.contours.map(({structure:s})=>s.key)),t=n.filter(s=>s.kind==="derived"&&!e.has(s.key));if(!t.length)return;let i=await Sn("/api/contours?kind=derived");y.contours.some(({structure:s})=>s.key===t[0].key)||(y.server.structures=n,Fp(t,i),Ne("display"))}function Fp(n,e){for(let t of n)t.colour=Cl(t.colour);y.contours=[...y.contours,...n.filter(t=>e[t.key]?.length).map(t=>new Rl(t,e[t.key],y.frame))];for(let t of n)t.kind==="derived"&&y.display.hidden.add(t.name)}var ku=null,la=null;function ki(n,e=!1){if(!n||!e&&y.plan&&n!==y.plan&&(n.revision<y.plan.revision||n.revision===y.plan.revision&&!_r(n)&&_r(y.plan)))return;y.plan=n,y.preview=null;let{needle:t,seed:i}=y.selection;t!==null&&!Hn(n,t)?y.selection={needle:null,seed:null}:i!==null&&!ys(n,i)&&(y.selection={needle:t,seed:null}),Ne("plan"),ny()}async function ny(){let{plan:n}=y;if(!n)return;let e=n.revision;if(!(ku===e||la===e)){la=e;try{let{header:t,bytes:i}=await Xs(`/api/dose?revision=${n.revision}`);if(la!==e)return;y.dose=new Jr(t,new Float32Array(i)),ku=e,y.preview||(y.planes=null),Ne("dose")}catch(t){if(t instanceof pn)st(t.message,"bad");else throw t}finally{la===e&&(la=null)}}}function ca(){ku=null}async function vs(){let n=await Sn("/api/state");y.server={...y.server,...n},y.original=n.original,await Pl(n.structures),ca(),ki(n.plan,!0)}var Il=0,Xt=null,ha=null;function Bp(){if(!En()||Xt)return{to(){},end(){}};let n={base:y.plan.revision,edit:null,since:0,queued:!1,inFlight:0,asked:0,planes:[]};return Xt=n,Ne("drag"),{to(e,t){Xt!==n||JSON.stringify(e)===JSON.stringify(n.edit)||(Object.assign(n,{edit:e,since:t}),sy(e),zp(n))},end(e){Xt===n&&Hp(n,e)}}}function kp(n="drag.cancelled"){return Xt?(Hp(Xt,!1),st(C(n)),!0):!1}function zp(n){n.inFlight?n.queued=!0:Gp(n)}function Vp(){Xt?.edit&&(Xt.since=performance.now(),zp(Xt))}function Gp(n){Object.assign(n,{queued:!1,inFlight:++Il,asked:n.since,planes:iy()});let e=n.planes.map(({plane:{origin:t,right:i,down:s,columns:r,rows:o}})=>({origin_mm:t,right_mm:i,down_mm:s,columns:r,rows:o}));Al({type:"drag",serial:n.inFlight,base_revision:n.base,edit:n.edit,planes:e})||Wp()}function iy(){return Object.entries(y.page.panes).filter(([,e])=>!e.node.hidden).map(([e,t])=>({name:e,plane:t.dosePlane?.()})).filter(({plane:e})=>e)}function Hp(n,e){Xt=null,Ne("drag"),n.edit&&(ha=e?{revision:n.base,at:performance.now()}:null,Al({type:"drag-end",serial:++Il,base_revision:n.base,commit:e,edit:n.edit}),e||zu())}function Wp(){Xt&&(Xt=null,Ne("drag"),zu(),ra(C("drag.lost")))}function zu(){y.planes=null,ki(y.plan)}ai("lost",Wp);ai("preview",n=>{Xt&&n.serial===Xt.inFlight&&oy(n)});ai("ruled",n=>{Xt&&y.preview&&ay(n)});ai("binary",n=>{let{header:e,values:t}=Np(n);!Xt||e.serial!==Xt.inFlight||(y.planes=Object.fromEntries(Xt.planes.map(({name:i,plane:s},r)=>[i,{...s,values:t[r]}])),Ne("dose"),aa("drag",Xt.asked),Xp())});ai("error",n=>{if(st(n.message,"bad"),Xt){n.serial===Xt.inFlight&&Xp();return}zu()});ai("plan",({plan:n})=>{Xt||(ki(n),!(!ha||!_r(n)||n.revision<=ha.revision)&&(aa("exact",ha.at),ha=null))});function Xp(){Xt.inFlight=0,Xt.queued&&Gp(Xt)}function sy(n){let e=y.preview?.plan??{...y.plan,checked:"preview"};y.preview={serial:Il,plan:{...e,...ry(n)}},Ne("preview")}function ry(n){let e=y.plan;if(n.position_mm)return{seeds:e.seeds.map(c=>c.id===n.seed?{...c,position_mm:n.position_mm}:c)};let t=n.needle??e.seeds.find(c=>c.id===n.seed).needle,i=Hn(e,t),s={...i,entry_mm:n.entry_mm??i.entry_mm,tip_mm:n.tip_mm??i.tip_mm},r=s.tip_mm.map((c,h)=>c-s.entry_mm[h]),o=Math.hypot(...r),a=r.map(c=>c/o),l=e.seeds.map(c=>{if(c.needle!==t||n.seed&&c.id!==n.seed)return c;let h=n.depth_mm??c.depth_from_tip_mm;return{...c,direction:a,depth_from_tip_mm:h,position_mm:s.tip_mm.map((d,u)=>d-h*a[u])}});return{needles:e.needles.map(c=>c.id===t?{...s,length_mm:o}:c),seeds:l}}function oy(n){let e=y.preview?.plan??y.plan,t=Object.entries(e.dvh).filter(([s])=>Object.hasOwn(n.dvh,s)),i=Object.fromEntries(t.map(([s,r])=>[s,{...r,...n.dvh[s]}]));y.preview={serial:n.serial,plan:{...e,checked:"preview",metrics:n.metrics,dvh:i}},Ne("preview")}function ay(n){let e=y.preview.plan,t=n.serial===Il&&!Xt.queued,i=(r,o)=>r.map(a=>{let l=o.find(c=>c.id===a.id);return l?t?{...a,...l}:{...a,rules:l.rules}:a});y.preview={serial:n.serial,plan:{...e,needles:i(e.needles,n.needles),seeds:i(e.seeds,n.seeds)}};let s=[n.impossible,...n.rules].filter(Boolean);s.length?st(s.join(" · "),"bad"):st(C(n.asked?"drag.fine":"preparing.rules"),n.asked?"good":"info"),Ne("preview")}var qp=Promise.resolve(),Vu=0;function hn(n){return Ul(async()=>{let e=typeof n=="function"?n(y.plan):n;return e?Pi("/api/edit",{base_revision:y.plan.revision,edit:e}):!1})}var Ll=()=>y.plan?.can_undo&&Ul(()=>Pi("/api/undo")),Dl=()=>y.plan?.can_redo&&Ul(()=>Pi("/api/redo")),Yp=()=>Ul(()=>Pi("/api/original")),Nl=()=>Vu;function Ul(n){let e=$r();if(e)return st(C(e),"bad"),Promise.resolve(!1);Vu++,Ne("busy");let t=qp.then(async()=>{try{let i=await n();return i?(ca(),ki(i),ly(i),!0):!1}catch(i){if(!(i instanceof pn))throw i;return st(i.message||C("server.lost"),"bad"),i.status===409&&await vs(),!1}finally{Vu--,Ne("busy")}});return qp=t.catch(()=>{}),t}function ly(n){let e=n.edits.at(-1),t=n.needles.filter(r=>r.rules.length).length+n.seeds.filter(r=>r.rules.length).length,i=e?e.text:C("edits.none"),s=n.preparing?C("preparing.rules"):t?C("rules.broken",{count:t}):"";st(s?`${i} · ${s}`:i,t?"bad":"info")}var $p=.5,Zp=5;function Jp(n,e,t){if(Bn())return cy(n,e,t);let i={ArrowUp:-1,ArrowLeft:-1,ArrowDown:1,ArrowRight:1}[t.key];if(!i)return!1;if(t.repeat&&Nl())return!0;let s=i*(t.shiftKey?Zp:$p);return hn(r=>{let o=ys(r,e);if(!o)return null;if(o.locked)return st(C("drag.locked"));let a=Math.round((o.depth_from_tip_mm+s)*100)/100;return{type:"move-seed",seed:e,depth_mm:Math.max(0,a)}}),!0}function cy(n,e,t){let i=Kp(n,t);return i?(t.repeat&&Nl()||hn(s=>{let r=ys(s,e);return r&&{type:"move-seed",seed:e,position_mm:r.position_mm.map((o,a)=>o+i[a])}}),!0):!1}function Kp(n,e){let{u:t,v:i,su:s,sv:r}=n.plane,o={ArrowRight:[t,s],ArrowLeft:[t,-s],ArrowDown:[i,r],ArrowUp:[i,-r]}[e.key];if(!o)return null;let a=o[1]*(e.shiftKey?Zp:$p);return n.frame.axes[o[0]].map(l=>l*a)}function jp(n,e,t,i){let s=Kp(n,i);return s?(i.repeat&&Nl()||hn(r=>{let o=Hn(r,e);if(!o)return null;let a=`${t}_mm`;return{type:"move-needle",needle:e,[a]:o[a].map((l,c)=>l+s[c])}}),!0):!1}function Ol(n){return y.plan.seeds.filter(t=>t.needle===n)[0]?.position_mm??Hn(y.plan,n)?.tip_mm}function qs(n){y.display.tool=y.display.tool===n?"look":n,y.draft=null,y.display.tool==="needle"&&st(C("tool.needle.entry")),y.display.tool==="measure"&&st(C("tool.measure.from")),y.display.tool==="forbid"&&st(C("forbid.region.how")),y.display.tool==="forbid-directions"&&st(C("forbid.directions.how")),y.display.tool==="seed"&&st(C("tool.seed.at")),Ne("display"),Ne("draft")}async function Qp(n){y.display.tool==="measure"?hy(n):y.display.tool==="seed"?await Fl({position_mm:n}):y.draft?.entry?await uy(y.draft.entry,n):(y.draft={entry:n},st(C("tool.needle.tip"))),Ne("draft")}function hy(n){if(!y.draft?.entry){y.draft={entry:n},st(C("tool.measure.to"));return}y.measures=[...y.measures,{from:y.draft.entry,to:n}],y.draft=null,Ne("measures")}async function uy(n,e){y.draft=null;let t=new Set(y.plan.needles.map(s=>s.id)),i=s=>s.map(r=>Math.round(r*10)/10);if(await hn({type:"add-needle",entry_mm:i(n),tip_mm:i(e)})){let s=y.plan.needles.find(r=>!t.has(r.id));s&&kn(s.id),y.display.tool="look",Ne("display")}}async function Fl(n){let e=new Set(y.plan.seeds.map(t=>t.id));if(await hn({type:"add-seed",...n})){let t=y.plan.seeds.find(i=>!e.has(i.id));t&&kn(t.needle||null,t.id),y.display.tool="look",Ne("display")}}function em(n){y.draft?.entry&&(y.draft.tip=n,Ne("draft"))}function tm(){y.measures=[],y.draft=null,Ne("measures")}function Ys(n){y.display.window=n,y.ct?.setWindow(n),Ne("window")}var Kr=class{constructor(e,t){this.values=e,this.frame=t,this.table=new Uint32Array(65536),this.setWindow({width:400,level:40})}setWindow({width:e,level:t}){let i=t-e/2;for(let s=-32768;s<32768;s++){let r=Math.max(0,Math.min(255,Math.round((s-i)/e*255)));this.table[s&65535]=4278190080|r<<16|r<<8|r}}at(e){let[t,i,s]=this.frame.index(e).map(Math.round),[r,o,a]=this.frame.shape;return t<0||i<0||s<0||t>=r||i>=o||s>=a?null:this.values[(s*o+i)*r+t]}pixels(e,t,i=0){let{u:s,v:r,w:o,su:a,sv:l}=this.frame.planes[e],c=this.frame.shape,h=[1,c[0],c[0]*c[1]],[d,u]=[c[s],c[r]],f=new ImageData(d,u),g=new Uint32Array(f.data.buffer),{values:v,table:m}=this,p=0;for(let S=0;S<u;S++){let P=t*h[o]+(l>0?S:u-1-S)*h[r]+(a>0?0:d-1)*h[s],T=a*h[s];if(i)for(let L=0;L<d;L++,P+=T)g[p++]=m[dy(v,P,h[o],Math.max(0,t-i)-t,Math.min(c[o]-1,t+i)-t)&65535];else for(let L=0;L<d;L++,P+=T)g[p++]=m[v[P]&65535]}return f}oblique(e,t,i,s,r){let o=new ImageData(s,r),a=new Uint32Array(o.data.buffer),{shape:l,spacing:c}=this.frame,h=this.frame.index(e),d=p=>this.frame.directionToFrame(p).map((S,P)=>S/c[P]),[u,f]=[d(t),d(i)],[g,v,m]=l;for(let p=0;p<r;p++)for(let S=0;S<s;S++){let P=h[0]+p*f[0]+S*u[0],T=h[1]+p*f[1]+S*u[1],L=h[2]+p*f[2]+S*u[2];a[p*s+S]=this.table[this.blended(P,T,L,g,v,m)&65535]}return o}blended(e,t,i,s,r,o){let a=Math.floor(e),l=Math.floor(t),c=Math.floor(i);if(a<-1||l<-1||c<-1||a>=s||l>=r||c>=o)return-32768;let{values:h}=this,d=0;for(let u=0;u<8;u++){let f=Math.min(s-1,Math.max(0,a+(u&1))),g=Math.min(r-1,Math.max(0,l+(u>>1&1))),v=Math.min(o-1,Math.max(0,c+(u>>2))),m=(u&1?e-a:1-e+a)*(u&2?t-l:1-t+l)*(u&4?i-c:1-i+c);d+=m*h[(v*r+g)*s+f]}return Math.round(d)}},Sr=[{key:"soft",width:400,level:40},{key:"lung",width:1500,level:-600},{key:"bone",width:2500,level:480}];function dy(n,e,t,i,s){let r=-32768;for(let o=i;o<=s;o++){let a=n[e+o*t];a>r&&(r=a)}return r}var fy=Array.from({length:256},(n,e)=>{let t=e;for(let i=0;i<8;i++)t=t&1?3988292384^t>>>1:t>>>1;return t>>>0});function py(n){let e=4294967295;for(let t of n)e=fy[(e^t)&255]^e>>>8;return(e^4294967295)>>>0}async function nm(n,e,t){let i=new Uint8Array(await n.arrayBuffer()),s=c=>new TextEncoder().encode(c),r=[...s("iTXt"),...s(e),0,0,0,0,0,...s(t)],o=new Uint8Array(r.length+8),a=new DataView(o.buffer);a.setUint32(0,r.length-4),o.set(r,4),a.setUint32(r.length+4,py(r));let l=i.length-12;return new Blob([i.slice(0,l),o,i.slice(l)],{type:"image/png"})}var jr=2,im=16,ua=8,my=["stroke","stroke-width","stroke-dasharray","stroke-linecap","stroke-opacity","fill","fill-opacity","opacity","visibility","vector-effect","font-size","font-family","font-weight","text-anchor","paint-order","display"],gy=".pane-title, .pane-window, .letter, .crossed li, .empty";function _y(n){let e=Vt(),t=[C(`pane.${n.name}`),y.server.patient];return e&&(t.push(C("picture.plan",{revision:e.revision,version:e.version.slice(0,12)})),t.push(C(`checked.${e.checked}`),Bn()?C("state.delivered"):C(`state.${e.approval?.status??"unsigned"}`))),[t.filter(Boolean).join(" · "),`${y.server.software} · ${C("notice")} · ${C("picture.not-clinical")}`]}async function Bl(n){let e=_y(n),t=await xy(n,e),i=await new Promise(o=>t.toBlob(o,"image/png")),s=await nm(i,"Description",e.join(`
`)),r=document.createElement("a");r.href=URL.createObjectURL(s),r.download=`seedwright-${n.name}${y.plan?`-revision-${y.plan.revision}`:""}.png`,r.click(),setTimeout(()=>URL.revokeObjectURL(r.href),1e4),st(C("picture.saved",{name:r.download}))}async function xy(n,e){let{node:t}=n,[i,s]=[t.clientWidth,t.clientHeight],r=document.createElement("canvas"),o=`12px ${getComputedStyle(t).fontFamily}`,a=yy(r.getContext("2d"),e,o,i-2*ua);r.width=i*jr,r.height=(s+2*ua+a.length*im)*jr;let l=r.getContext("2d");l.scale(jr,jr),l.fillStyle="#000",l.fillRect(0,0,i,r.height),n.drawNow();let c=t.querySelector("canvas");c&&!c.classList.contains("gone")&&l.drawImage(c,0,0,i,s);let h=t.querySelector("svg");h&&!h.classList.contains("gone")&&l.drawImage(await vy(h,i,s),0,0,i,s);for(let d of t.querySelectorAll(gy))Sy(l,d,t);return by(l,t),n.name!=="space"&&My(l,i),l.fillStyle="#e8ebef",l.font=o,l.textBaseline="middle",a.forEach((d,u)=>l.fillText(d,ua,s+ua+(u+.5)*im,i-2*ua)),r}function yy(n,e,t,i){return n.font=t,e.flatMap(s=>{let r=[""];for(let o of s.split(" · ")){let a=r.at(-1)?`${r.at(-1)} · ${o}`:o;!r.at(-1)||n.measureText(a).width<=i?r[r.length-1]=a:r.push(o)}return r})}async function vy(n,e,t){let i=n.cloneNode(!0),[s,r]=[n,i].map(l=>[l,...l.querySelectorAll("*")]);s.forEach((l,c)=>{let h=getComputedStyle(l);for(let d of my)r[c].setAttribute(d,h.getPropertyValue(d))}),i.setAttribute("width",e*jr),i.setAttribute("height",t*jr),i.setAttribute("xmlns","http://www.w3.org/2000/svg");let o=URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(i)],{type:"image/svg+xml"})),a=new Image;return a.src=o,await a.decode(),URL.revokeObjectURL(o),a}function Sy(n,e,t){if(!e.getClientRects().length||getComputedStyle(e).visibility==="hidden")return;let[i,s]=[e.getBoundingClientRect(),t.getBoundingClientRect()],r=getComputedStyle(e);n.font=`${r.fontWeight} ${r.fontSize} ${r.fontFamily}`,n.textBaseline="top";let o=e.textContent.split(`
`),a=i.height/o.length;o.forEach((l,c)=>Gu(n,l,i.x-s.x-t.clientLeft,i.y-s.y-t.clientTop+c*a,r.color))}function Gu(n,e,t,i,s){n.lineWidth=3,n.strokeStyle="#000",n.strokeText(e,t,i),n.fillStyle=s,n.fillText(e,t,i)}function by(n,e){let t=e.querySelector(".scale-bar");if(!t?.getClientRects().length)return;let[i,s]=[t.getBoundingClientRect(),e.getBoundingClientRect()],[r,o]=[i.x-s.x-e.clientLeft,i.bottom-s.y-e.clientTop];n.fillStyle="#fff",n.fillRect(r,o-2,i.width,2),n.font="12px sans-serif",n.textBaseline="bottom",Gu(n,t.textContent,r+i.width/2-n.measureText(t.textContent).width/2,o-3,"#fff")}function My(n,e){if(!y.plan||!(y.display.isodoses||y.display.dose))return;let t=y.display.levels.filter(i=>i.shown).sort((i,s)=>s.gy-i.gy);n.font="11px sans-serif",n.textBaseline="middle",t.forEach((i,s)=>{let r=C("level.legend",{gy:Ze(i.gy),percent:Ze(i.percent,0)}),[o,a]=[e-132,30+15*s];n.setLineDash(i.dash?.length?i.dash.map(l=>Math.max(2,l)):[]),n.lineWidth=2.5,n.strokeStyle=i.colour,n.beginPath(),n.moveTo(o,a),n.lineTo(o+22,a),n.stroke(),n.setLineDash([]),Gu(n,r,o+28,a,"#fff")})}var da=null;function Ss(n,e,t=[]){kl();let i=()=>r.close(),s=t.map(({label:o,action:a,primary:l,disabled:c})=>lt(o,async()=>await a()!==!1&&i(),{class:l?"primary":null,disabled:c})),r=R("dialog",{"aria-label":n},R("h2",{text:n,tabindex:-1}),e,R("div",{class:"actions"},s,lt(C("close"),i)));return r.addEventListener("close",()=>{r.remove(),da===r&&(da=null)}),document.body.append(r),da=r,r.showModal(),r.querySelector("h2").focus(),r}function kl(){return da?(da.close(),!0):!1}var wy=1.5,Ty=10,Ey=3,Qr=()=>y.plan??y.forbidden;function om(n,e,t,i){return n.name!=="axial"?{end:()=>st(C("forbid.axial"),"bad")}:y.display.tool==="forbid"?Ay(n,e,t,i):Ry(n,e,t,i)}function Ay(n,e,t,i){let s=[e(t,i)],r=()=>{y.draft={outline:s},Ne("draft")};return{move:(o,a)=>{let l=e(o,a);Math.hypot(l[0]-s.at(-1)[0],l[1]-s.at(-1)[1])<wy||(s.push(l),r())},end:o=>{y.draft=null,Ne("draft"),o&&s.length>2&&Cy(n,s)}}}function Cy(n,e){let{frame:t}=n,i=n.currentSlice(),s=t.spacing[2],r=t.shape[2],[o,a]=[-1,1].map(v=>Math.max(0,Math.min(r-1,i+v*Math.round(Ty/s)))),l=(v,m)=>R("input",{id:v,type:"number",min:1,max:r,step:1,value:m+1}),[c,h]=[l("forbid-from",o),l("forbid-to",a)],d=R("input",{id:"forbid-name",type:"text",maxlength:60,placeholder:C("forbid.name.own")}),u=(v,m)=>R("label",{class:"field",for:v.id},R("span",{text:m}),v),f=R("div",{},R("p",{text:C("forbid.what")}),R("div",{class:"form"},u(c,C("forbid.from")),u(h,C("forbid.to")),u(d,C("forbid.name")))),g=()=>{let v=[c,h].map(p=>t.atSlice("axial",e[0],Number(p.value)-1)[2]),m=e.map(p=>[p[0],p[1]].map(S=>Math.round(S*10)/10));return lm({type:"forbid-region",name:d.value.trim()||null,outline_mm:m,from_z_mm:Math.min(...v)-s/2,to_z_mm:Math.max(...v)+s/2}),!0};Ss(C("forbid.region"),f,[{label:C("forbid.do"),action:g,primary:!0}])}function Hu(){let n=y.contours.find(e=>e.structure.kind==="target");return n?n.centre():y.cursor}function Ry(n,e,t,i){let s=Hu(),r=sm(n.frame,s,e(t,i)),o=r;return{move:(a,l)=>{o=sm(n.frame,s,e(a,l)),y.draft={arc:rm(r,o)},Ne("draft")},end:a=>{y.draft=null,Ne("draft");let l=rm(r,o);a&&zl(l)>=Ey&&lm({type:"forbid-directions",from_deg:Math.round(l.from_deg),to_deg:Math.round(l.to_deg)})}}}function sm(n,e,t){let i=n.directionToFrame(t.map((s,r)=>s-e[r]));return Math.atan2(i[0],-i[1])*180/Math.PI}function rm(n,e){return((e-n)%360+360)%360<=180?{from_deg:n,to_deg:e}:{from_deg:e,to_deg:n}}var zl=({from_deg:n,to_deg:e})=>((e-n)%360+360)%360;function am(n,e,t,i){let[s,r]=[Math.sin(t*Math.PI/180),Math.cos(t*Math.PI/180)];return e.map((o,a)=>o+i*(s*n.axes[0][a]-r*n.axes[1][a]))}async function lm(n){if(y.display.tool="look",Ne("display"),y.plan)return hn(n);let{forbidden:e}=y,t=n.name??`Forbidden ${e.forbidden.length+1}`;n.type==="forbid-region"?e.forbidden.push({name:t,outline_mm:n.outline_mm,from_z_mm:n.from_z_mm,to_z_mm:n.to_z_mm}):e.not_from.push({from_deg:n.from_deg,to_deg:n.to_deg}),Ne("plan")}function Py(n){if(y.plan)return hn({type:"allow",...n});let{forbidden:e}=y;"region"in n?e.forbidden=e.forbidden.filter(t=>t.name!==n.region):e.not_from.splice(n.directions,1),Ne("plan")}function cm(n){let{forbidden:e,not_from:t}=Qr(),i=(s,r)=>R("li",{},R("span",{text:s})," ",R("button",{type:"button",class:"small",text:C("forbid.allow"),"aria-label":C("forbid.allow.of",{what:s}),disabled:n,on:{click:()=>Py(r)}}));return[...e.map(s=>i(C("forbid.region.of",{name:s.name,from:Ze(s.from_z_mm),to:Ze(s.to_z_mm)}),{region:s.name})),...t.map((s,r)=>i(C("forbid.directions.of",{from:Ze(s.from_deg,0),to:Ze(s.to_deg,0)}),{directions:r}))]}var Iy=3,Ly=100,Dy=.2;function hm(n){let{node:e}=n,t=null,i=r=>{let o=e.getBoundingClientRect();return[r.clientX-o.left-e.clientLeft,r.clientY-o.top-e.clientTop]};e.addEventListener("pointerdown",r=>{if(t)return;e.focus({preventScroll:!0});let[o,a]=i(r);t={...Oy(n,r,o,a),x:o,y:a,startX:o,startY:a,id:r.pointerId,moved:!1},e.setPointerCapture(r.pointerId),r.preventDefault()}),e.addEventListener("pointermove",r=>{let[o,a]=i(r);if(Ne("hover",{pane:n,point:n.viewport.patient(o,a,n.frame.atSlice(n.name,y.cursor,n.currentSlice()))}),!t){r.shiftKey&&y.display.tool==="look"?fn(bs(n,o,a)):em(bs(n,o,a));return}r.pointerId===t.id&&(!t.moved&&Math.hypot(o-t.startX,a-t.startY)<Iy||(t.moved=!0,t.move?.(o,a,o-t.x,a-t.y,r),t.x=o,t.y=a))}),e.addEventListener("pointerup",r=>{if(!t||r.pointerId!==t.id)return;let o=t;t=null,o.end?.(!0,o.moved)});let s=()=>{let r=t;t=null,r?.end?.(!1,r.moved)};e.addEventListener("pointercancel",s),e.addEventListener("lostpointercapture",()=>t&&s()),window.addEventListener("blur",s),e.addEventListener("pointerleave",()=>Ne("hover",null)),e.addEventListener("contextmenu",r=>r.preventDefault()),Ny(n,i),n.cancelGesture=s}function Ny(n,e){let t=0;n.node.addEventListener("wheel",i=>{i.preventDefault();let[s,r]=e(i);if(i.ctrlKey||i.metaKey){n.viewport.zoom(i.deltaY<0?1.15:1/1.15,s,r),n.draw();return}let o=i.deltaMode===0?i.deltaY/Ly:Math.sign(i.deltaY);t=Math.sign(t)===-Math.sign(o)?o:t+o;let a=Math.trunc(t+Math.sign(t)*1e-6);a&&(t-=a,Wu(n,a),aa("wheel",i.timeStamp))},{passive:!1})}function Wu(n,e){fn(n.frame.atSlice(n.name,y.cursor,n.currentSlice()+e))}var Uy=new Set(["forbid","forbid-directions"]),bs=(n,e,t)=>n.viewport.patient(e,t,y.cursor);function Oy(n,e,t,i){if(e.button===2)return Fy();if(e.button===1||e.ctrlKey||e.metaKey)return{move:(o,a,l,c)=>(n.viewport.pan(l,c),n.draw())};if(Uy.has(y.display.tool))return om(n,(o,a)=>bs(n,o,a),t,i);if(y.display.tool!=="look")return{end:o=>o&&Qp(bs(n,t,i))};let s=e.target.closest?.("[data-handle],[data-seed],[data-needle]");if(s)return By(n,s,t,i);let r=(o,a)=>fn(bs(n,o,a));return r(t,i),{move:r}}function Fy(){let{width:n,level:e}=y.display.window,[t,i]=[n,e];return{move:(s,r,o,a)=>{t=Math.max(1,t+o*3),i-=a*3,Ys({key:"free",width:Math.round(t),level:Math.round(i)})}}}function By(n,e,t,i){let s=Vt(),r=e.dataset.seed?ys(s,Number(e.dataset.seed)):null;if(Bn())return ky(n,e,r,t,i);let o=Hn(s,r?r.needle:Number(e.dataset.needle));if(!o)return{};let a=r?y.selection.seed===r.id:y.selection.needle===o.id;if(kn(o.id,r?.id??(a?y.selection.seed:null)),e.focus?.({preventScroll:!0}),!a)return{move:()=>st(C("drag.again"))};let c=r&&r.locked||o.locked?"drag.locked":$r();return c?{move:()=>st(C(c))}:r?zy(n,o,r,t,i):Vy(n,o,e.dataset.handle??"whole",t,i)}function ky(n,e,t,i,s){if(!t)return kn(Number(e.dataset.needle)),{};let r=y.selection.seed===t.id;kn(t.needle||null,t.id),e.focus?.({preventScroll:!0});let o=r?$r():"drag.again";if(o)return{move:()=>st(C(o))};let[a,l]=[bs(n,i,s),t.position_mm];return Xu((c,h)=>{let d=bs(n,c,h);return{type:"move-seed",seed:t.id,position_mm:l.map((u,f)=>Math.round((u+d[f]-a[f])*10)/10)}})}function zy(n,e,t,i,s){let{frame:r,plane:o,viewport:a}=n,l=r.directionToFrame(t.direction),c=[l[o.u],l[o.v]],h=Math.hypot(...c);if(h<Dy)return{move:()=>st(C("drag.end-on"))};let[d,u]=a.fromScreen(i,s),f=e.length_mm;return Xu((g,v)=>{let[m,p]=a.fromScreen(g,v),S=((m-d)*c[0]+(p-u)*c[1])/h**2,P=Math.round((t.depth_from_tip_mm-S)*2)/2;return{type:"move-seed",seed:t.id,depth_mm:Math.max(0,Math.min(f,P))}})}function Vy(n,e,t,i,s){let r=bs(n,i,s);return Xu((o,a)=>{let l=bs(n,o,a),c=d=>d.map((u,f)=>Math.round((u+l[f]-r[f])*10)/10),h={type:"move-needle",needle:e.id};return t!=="tip"&&(h.entry_mm=c(e.entry_mm)),t!=="entry"&&(h.tip_mm=c(e.tip_mm)),h})}function Xu(n){let e=null;return{move:(t,i,s,r,o)=>{e??=Bp(),e.to(n(t,i),o.timeStamp)},end:(t,i)=>i&&e?.end(t)}}var dm=[["Wheel, ↑ ↓","help.slice"],["PgUp PgDn","help.slices"],["Home End","help.ends"],["Click","help.cursor"],["Shift + move","help.follow"],["Ctrl + wheel","help.zoom"],["Middle / Ctrl drag","help.pan"],["Right drag","help.window"],["1 2 3","help.presets"],["R","help.reset"],["F","help.full"],["D C I","help.toggles"],["N P","help.needles"],["Arrows on a seed","help.nudge"],["Ctrl+Z","help.undo"],["Ctrl+Shift+Z","help.redo"],["M","help.measure"],["S","help.picture"],["Esc","help.escape"],["?","help.help"]];function fm({panes:n,showHelp:e,closeDialog:t}){let i=()=>n[y.display.active]??n.axial,s={1:()=>Ys(Sr[0]),2:()=>Ys(Sr[1]),3:()=>Ys(Sr[2]),r:()=>Object.values(n).forEach(o=>o.reset()),f:()=>pa(y.display.layout==="all"?y.display.active:"all"),d:()=>fa("dose"),c:()=>fa("contours"),i:()=>fa("isodoses"),m:()=>qs("measure"),s:()=>Bl(i()),n:()=>um(1),p:()=>um(-1),"?":e},r=o=>{if(o.key==="Escape")return void(kp()||Hy(n,t));if(o.target.closest("dialog"))return;if((o.ctrlKey||o.metaKey)&&o.key.toLowerCase()==="z"){o.preventDefault(),o.shiftKey?Dl():Ll();return}if(o.ctrlKey||o.metaKey||o.altKey||o.target.matches("input, select, textarea"))return;if(Gy(o,i))return o.preventDefault();let a=s[o.key.length===1?o.key.toLowerCase():o.key];a&&(o.preventDefault(),a())};return document.addEventListener("keydown",r),()=>document.removeEventListener("keydown",r)}function Gy(n,e){let t=n.target.closest("[data-seed]"),i=n.target.closest("[data-handle]");if(n.key==="Enter"||n.key===" "){if(!t&&!i)return!1;let a=Number(t?.dataset.seed);return kn(t?y.plan.seeds.find(l=>l.id===a).needle||null:Number(i.dataset.needle),t?a:null),!0}if(t)return Jp(e(),Number(t.dataset.seed),n);if(!n.target.closest("[data-pane]")||!e().frame)return!1;if(i)return jp(e(),Number(i.dataset.needle),i.dataset.handle,n);let r=e().frame.shape[e().plane.w],o={ArrowUp:-1,ArrowDown:1,PageUp:-10,PageDown:10,Home:-r,End:r}[n.key];return o?(Wu(e(),o),!0):!1}function Hy(n,e){e()||(Object.values(n).forEach(t=>t.cancelGesture?.()),y.display.tool!=="look"?qs(y.display.tool):y.selection.needle!==null&&kn(null))}function fa(n){y.display[n]=!y.display[n],Ne("display")}function pa(n){y.display.layout=n,Ne("layout")}function um(n){let e=y.plan?.needles.map(s=>s.id)??[];if(!e.length)return;let t=e.indexOf(y.selection.needle),i=e[(t<0?n>0?0:-1:t+n+e.length)%e.length]??e.at(-1);kn(i),fn(Ol(i))}var Vl=(n,e)=>n[0]*e[0]+n[1]*e[1]+n[2]*e[2],Wy=[["R","L"],["A","P"],["I","S"]],Xy={axial:{u:0,v:1,w:2,wanted:[[0,1],[1,1]]},sagittal:{u:1,v:2,w:0,wanted:[[1,1],[2,-1]]},coronal:{u:0,v:2,w:1,wanted:[[0,1],[2,-1]]}},eo=class{constructor(e){this.shape=[e.shape[2],e.shape[1],e.shape[0]],this.origin=e.origin_mm,this.spacing=e.spacing_mm,this.axes=e.axes,this.planes=Object.fromEntries(Object.entries(Xy).map(([t,i])=>[t,this.oriented(t,i)]))}oriented(e,{u:t,v:i,w:s,wanted:r}){let o=(h,[d,u])=>this.axes[h][d]*u<0?-1:1,a=o(t,r[0]),l=o(i,r[1]),c=(h,d)=>this.letter(this.axes[h].map(u=>u*d));return{name:e,u:t,v:i,w:s,su:a,sv:l,letters:{right:c(t,a),left:c(t,-a),bottom:c(i,l),top:c(i,-l)}}}letter(e){return e.map((t,i)=>[Math.abs(t),Wy[i][t>0?1:0]]).filter(([t])=>t>.35).sort((t,i)=>i[0]-t[0]).map(([,t])=>t).join("")}toFrame(e){let t=[e[0]-this.origin[0],e[1]-this.origin[1],e[2]-this.origin[2]];return[Vl(t,this.axes[0]),Vl(t,this.axes[1]),Vl(t,this.axes[2])]}toPatient(e){return[0,1,2].map(t=>this.origin[t]+e[0]*this.axes[0][t]+e[1]*this.axes[1][t]+e[2]*this.axes[2][t])}directionToFrame(e){return this.axes.map(t=>Vl(e,t))}index(e){return this.toFrame(e).map((t,i)=>t/this.spacing[i])}extent(e){return(this.shape[e]-1)*this.spacing[e]}slice(e,t){let i=this.planes[e].w;return Math.max(0,Math.min(this.shape[i]-1,Math.round(this.toFrame(t)[i]/this.spacing[i])))}clamped(e){return this.toPatient(this.toFrame(e).map((t,i)=>Math.max(0,Math.min(this.extent(i),t))))}atSlice(e,t,i){let s=this.planes[e].w,r=this.toFrame(t);return r[s]=Math.max(0,Math.min(this.shape[s]-1,i))*this.spacing[s],this.toPatient(r)}};var qy=[50,90,100,150,200];function pm(n){return(n??[]).map((e,t)=>({...e,id:t,colour:Cl(e.colour),percent:Math.round(e.percent*100)/100,shown:qy.includes(Math.round(e.percent))}))}function $s(n){let e=null,t;return(...i)=>((e===null||i.length!==e.length||i.some((s,r)=>!Object.is(s,e[r])))&&(t=n(...i),e=i),t)}var Yy=[[],[[3,0]],[[0,1]],[[3,1]],[[1,2]],null,[[0,2]],[[3,2]],[[2,3]],[[0,2]],null,[[1,2]],[[1,3]],[[0,1]],[[0,3]],[]];function Gl(n,e,t,i){let s=new Map,r=o=>Zy(n,e,i,o);for(let o=0;o+1<t;o++)for(let a=0;a+1<e;a++){let l=o*e+a,c=n[l],h=n[l+1],d=n[l+e+1],u=n[l+e],f=(c>=i?1:0)|(h>=i?2:0)|(d>=i?4:0)|(u>=i?8:0);if(!(f===0||f===15||Number.isNaN(c+h+d+u)))for(let[g,v]of Yy[f]??$y(f,(c+h+d+u)/4>=i))Jy(s,mm(l,e,g),mm(l,e,v))}return Ky(s).map(o=>o.flatMap(r))}function $y(n,e){return n===5===e?[[0,1],[2,3]]:[[3,0],[1,2]]}function mm(n,e,t){return[2*n,2*(n+1)+1,2*(n+e),2*n+1][t]}function Zy(n,e,t,i){let s=i>>1,r=i&1,o=s+(r?e:1),a=(t-n[s])/(n[o]-n[s]),l=s%e,c=(s-l)/e;return r?[l,c+a]:[l+a,c]}function Jy(n,e,t){for(let[i,s]of[[e,t],[t,e]]){let r=n.get(i);r?r.push(s):n.set(i,[s])}}function Ky(n){let e=[],t=i=>{let s=[i],r=i;for(;;){let a=n.get(r)?.pop();if(a===void 0)break;let l=n.get(a);l.splice(l.indexOf(r),1),s.push(a),r=a}return s};for(let[i,s]of n)s.length===1&&e.push(t(i));for(let[i,s]of n)s.length&&e.push(t(i));return e}var jy=.5,Qy=.5;function qu(n,e,t){if(!n)return null;let{frame:i,plane:s}=e,r=n.corners().map(p=>i.toFrame(p)),o=[0,1,2].map(p=>Math.min(...r.map(S=>S[p]))),a=[0,1,2].map(p=>Math.max(...r.map(S=>S[p]))),l=e.depth();if(l<o[s.w]||l>a[s.w])return null;let c=Math.max(Qy,Math.min(...n.spacing)*t),h=Math.floor((a[s.u]-o[s.u])/c)+1,d=Math.floor((a[s.v]-o[s.v])/c)+1,u=[0,0,0];u[s.u]=o[s.u],u[s.v]=o[s.v],u[s.w]=l;let f=p=>i.axes[p].map(S=>S*c),g=o[s.u],v=o[s.v],m=[g-c/2,v-c/2,g+(h-.5)*c,v+(d-.5)*c];return{origin:i.toPatient(u),right:f(s.u),down:f(s.v),columns:h,rows:d,step:c,u0:g,v0:v,depth:l,box:m}}function Yu(n,e){let t=qu(n,e,jy);if(!t)return null;let{origin:i,right:s,down:r,columns:o,rows:a}=t;return{...t,values:n.onPlane(i,s,r,o,a)}}function gm(n){if(!y.planes)return y.dose?.at(n)??null;let e=y.frame.toFrame(n);for(let[t,{values:i,columns:s,rows:r,step:o,u0:a,v0:l,depth:c}]of Object.entries(y.planes)){let h=y.frame.planes[t];if(!h||Math.abs(e[h.w]-c)>.001)continue;let d=(e[h.u]-a)/o,u=(e[h.v]-l)/o;if(d<0||u<0||d>s-1||u>r-1)continue;let f=Math.min(s-2,d|0),g=Math.min(r-2,u|0),[v,m,p]=[d-f,u-g,g*s+f];return(i[p]*(1-v)+i[p+1]*v)*(1-m)+(i[p+s]*(1-v)+i[p+s+1]*v)*m}return null}function _m(n,e){let{values:t,columns:i,rows:s,step:r,u0:o,v0:a}=n;return Gl(t,i,s,e).map(l=>{let c="";for(let h=0;h<l.length;h+=2)c+=`${h?"L":"M"}${(o+l[h]*r).toFixed(2)} ${(a+l[h+1]*r).toFixed(2)}`;return c}).join("")}function xm(n,e,t,i){let s=t.filter(c=>c.shown).sort((c,h)=>c.gy-h.gy);n.width=e.columns,n.height=e.rows;let r=new ImageData(e.columns,e.rows),o=new Uint32Array(r.data.buffer),a=s.map(c=>ev(c.colour)),l=Math.round(255*i)<<24;for(let c=0;c<o.length;c++){let h=e.values[c],d=-1;for(;d+1<s.length&&h>=s[d+1].gy;)d++;if(d<0)continue;let u=Math.min(d+1,s.length-1),f=u===d?0:(h-s[d].gy)/(s[u].gy-s[d].gy),[g,v]=[a[d],a[u]],m=p=>Math.round(g[p]+(v[p]-g[p])*f);o[c]=l|m(2)<<16|m(1)<<8|m(0)}n.getContext("2d").putImageData(r,0,0)}var ev=n=>[1,3,5].map(e=>parseInt(n.slice(e,e+2),16));var tv=(n,e)=>Math.hypot(n[0]-e[0],n[1]-e[1],n[2]-e[2]);function vm(n){y.measures.forEach((e,t)=>ym(n,`measure${t}`,"measure",e.from,e.to)),y.draft?.entry&&ym(n,"draft","draft",y.draft.entry,y.draft.tip??y.draft.entry)}function ym(n,e,t,i,s){let{pane:r}=n,{plane:o,frame:a}=r,[l,c]=[a.toFrame(i),a.toFrame(s)],h=Math.min(Math.abs(l[o.w]-r.depth()),Math.abs(c[o.w]-r.depth()));if(t==="measure"&&h>a.spacing[o.w]/2+.1)return;let d=n.keep("marks",e,()=>ut("g",{class:t},ut("line"),ut("text"))),[u,f]=d.children,g={x1:l[o.u],y1:l[o.v],x2:c[o.u],y2:c[o.v]};for(let[m,p]of Object.entries(g))ft(u,m,p.toFixed(3));let v=1/r.viewport.scale;ft(f,"transform",`translate(${c[o.u]} ${c[o.v]}) scale(${o.su*v} ${o.sv*v}) translate(8 -6)`),Wn(f,`${tv(i,s).toFixed(1)} mm`)}var nv=70,iv=6;function bm(n){let{forbidden:e,not_from:t}=Qr();for(let i of e)sv(n,i);n.pane.name==="axial"&&t.forEach((i,s)=>Sm(n,`sector${s}`,"forbidden",i)),y.draft&&(y.draft.arc&&Sm(n,"sector-draft","draft",y.draft.arc),y.draft.outline&&Hl(n,"outline-draft","draft",y.draft.outline.map(i=>n.pane.frame.toFrame(i)),""))}function sv(n,e){let{pane:t}=n,{plane:i,frame:s}=t,r=h=>e.outline_mm.map(([d,u])=>s.toFrame([d,u,h])),[o,a]=[r(e.from_z_mm),r(e.to_z_mm)],l=t.depth(),c=C("forbid.region.title",{name:e.name});if(t.name==="axial"){(o[0][2]-l)*(a[0][2]-l)<=0&&Hl(n,`region${e.name}`,"forbidden",o,c);return}rv(o,i.w,i.u,l).forEach(([h,d],u)=>{let f=(g,v)=>{let m=[0,0,0];return m[i.u]=g,m[i.v]=v,m};Hl(n,`region${e.name}/${u}`,"forbidden",[f(h,o[0][2]),f(d,o[0][2]),f(d,a[0][2]),f(h,a[0][2])],c)})}function rv(n,e,t,i){let s=[];return n.forEach((r,o)=>{let a=n[(o+1)%n.length];r[e]>i!=a[e]>i&&s.push(r[t]+(i-r[e])*(a[t]-r[t])/(a[e]-r[e]))}),s.sort((r,o)=>r-o),s.slice(1).flatMap((r,o)=>o%2===0?[[s[o],r]]:[])}function Sm(n,e,t,i){let{frame:s}=n.pane,r=Hu(),o=Math.max(2,Math.ceil(zl(i)/iv)),a=Array.from({length:o+1},(l,c)=>am(s,r,i.from_deg+c*zl(i)/o,nv));Hl(n,e,t,[r,...a].map(l=>s.toFrame(l)),C("forbid.directions.title"))}function Hl(n,e,t,i,s){let{plane:r}=n.pane,o=n.keep("marks",e,()=>ut("path",{class:`forbidden-mark ${t}`,"data-forbidden":e},ut("title")));ft(o,"d",`M${i.map(a=>`${a[r.u].toFixed(2)} ${a[r.v].toFixed(2)}`).join("L")}Z`),o.firstChild.textContent=s}var ov=4,av=9;function wm(n){return n.standing?C("found.label",{id:n.id,standing:Wl(n)}):C("seed.label",{id:n.id,needle:n.needle,depth:Ze(n.depth_from_tip_mm)})}function Wl(n){return C(`standing.${n.standing}`,{planned:n.planned_seed,needle:n.needle})}function Tm(n,e){e.lost.forEach(t=>Mm(n,`lost${t.seed}`,"lost",t.planned_at_mm,C("lost.title",{seed:t.seed,needle:t.needle??"–"}))),e.doubtful.forEach((t,i)=>Mm(n,`doubtful${i}`,"doubtful",t.position_mm,C("doubtful.title",{confidence:Ze(100*t.confidence,0)})))}function Mm(n,e,t,i,s){let{pane:r}=n,o=r.frame.toFrame(i);if(Math.abs(o[r.plane.w]-r.depth())>ov+y.display.slab/2)return;let a=n.keep("marks",e,()=>ut("circle",{class:`found-mark ${t}`,"data-mark":e},ut("title")));ft(a,"cx",o[r.plane.u]),ft(a,"cy",o[r.plane.v]),ft(a,"r",av/r.viewport.scale),a.firstChild.textContent=s}var Em=2.5,Am=6,ql=class{constructor(e){this.pane=e,this.world=ut("g",{class:"world"}),this.layers=Object.fromEntries(["contours","isodoses","other","targets","needles","seeds","handles","marks"].map(t=>[t,ut("g",{class:t})])),this.world.append(...Object.values(this.layers)),this.cross=ut("g",{class:"crosshair"}),this.hairs=[ut("line"),ut("line")],this.cross.append(...this.hairs),e.svg.append(this.world,this.cross),this.kept=new Map,this.outlines=$s((t,i)=>t.map(s=>cv(s,e.name,i))),this.lines={isodoses:$s(Cm),other:$s(Cm)}}keep(e,t,i){let s=`${e}/${t}`,r=this.kept.get(s);return r||(r=i(),this.layers[e].append(r),this.kept.set(s,r)),this.used.add(s),r}draw(){this.used=new Set,ft(this.world,"transform",this.pane.viewport.matrix()),y.display.contours&&this.drawContours(),y.display.isodoses&&this.drawIsodoses();let e=Vt();e&&this.drawImplant(e),vm(this),(!e||e.forbidden)&&bm(this),e?.lost&&Tm(this,e);for(let[t,i]of this.kept)this.used.has(t)||(i.remove(),this.kept.delete(t));this.drawCross()}drawContours(){let e=this.outlines(y.contours,this.pane.depth());y.contours.forEach(({structure:t},i)=>{let s=e[i];if(!s||y.display.hidden.has(t.name))return;let r=this.keep(t.kind==="target"?"targets":"contours",t.key,()=>ut("path",{class:`contour ${t.kind}`,stroke:t.colour,"data-structure":t.name,"stroke-dasharray":ma(t.dash)},ut("title",{text:xr(t)})));ft(r,"d",s)})}drawIsodoses(){let e=[["isodoses",this.pane.dose,this.pane.otherDose?"none":""],["other",this.pane.otherDose,"5 4"]];for(let[t,i,s]of e){if(!i)continue;let r=y.display.levels.filter(a=>a.shown),o=this.lines[t](i,r.map(a=>a.gy).join(" "));for(let[a,l]of r.entries()){let c=o[a];if(!c)continue;let h=this.keep(t,l.id,()=>ut("path",{class:"isodose"},ut("title")));ft(h,"d",c),ft(h,"stroke",l.colour),ft(h,"data-gy",l.gy),ft(h,"stroke-dasharray",s||ma(l.dash)),ft(h,"stroke-width",l.percent===100?2.4:1.5),h.firstChild.textContent=C("isodose.title",{gy:Ze(l.gy),percent:Ze(l.percent,0)})}}}drawImplant(e){let{plane:t,frame:i}=this.pane,s=this.pane.depth(),r=a=>{let l=i.toFrame(a);return[l[t.u],l[t.v],l[t.w]-s]};for(let a of e.needles)this.drawNeedle(a,r(a.entry_mm),r(a.tip_mm));for(let a of e.seeds)this.drawSeed(e,a,r);let o=Hn(e,y.selection.needle);o&&!Bn()&&this.drawHandles(o,r(o.entry_mm),r(o.tip_mm))}drawNeedle(e,t,i){let s=y.selection.needle===e.id,r=lv(t,i,Math.max(Em,y.display.slab/2,this.pane.frame.spacing[this.pane.plane.w]/2));if(!r&&!s)return;let o=this.keep("needles",e.id,()=>ut("g",{class:"needle","data-needle":e.id},ut("line",{class:"whole"}),ut("line",{class:"grip"}),ut("line",{class:"near"}),ut("title"))),[a,l,c,h]=o.children;Xl(a,s?[t,i]:null),Xl(l,s?[t,i]:r),Xl(c,r),h.textContent=C("needle.title",{id:e.id,length:Ze(e.length_mm)}),o.classList.toggle("chosen",s),o.classList.toggle("broken",e.rules.length>0)}drawSeed(e,t,i){let[s,r,o]=i(t.position_mm),a=y.selection.seed===t.id,l=y.selection.needle===t.needle,c=Math.max(0,Math.abs(o)-y.display.slab/2);if(c>Am&&!a&&!l)return;let h=(e.seed_length_mm??4.5)/2,d=this.pane.frame.directionToFrame(t.direction),[u,f]=[d[this.pane.plane.u]*h,d[this.pane.plane.v]*h],g=this.keep("seeds",t.id,()=>ut("g",{class:"seed","data-seed":t.id,tabindex:0,role:"button"},ut("circle",{class:"grip"}),ut("line",{class:"focus"}),ut("line",{class:"edge"}),ut("line",{class:"body"}))),[v,m,p,S]=g.children,P=1/this.pane.viewport.scale,T=Math.max(4,.8/P),L=Math.hypot(u,f)<.05?[.05,0]:[u,f];for(let A of[m,p,S])Xl(A,[[s-L[0],r-L[1]],[s+L[0],r+L[1]]]);ft(S,"stroke-width",T),ft(p,"stroke-width",T+2.5),ft(m,"stroke-width",T+8),ft(v,"cx",s),ft(v,"cy",r),ft(v,"r",Math.max(h,9*P)),ft(g,"aria-label",wm(t)+(t.locked?`, ${C("locked")}`:"")),g.classList.toggle("faint",c>Em),g.classList.toggle("chosen",a),g.classList.toggle("broken",t.rules.length>0),g.classList.toggle("locked",!!t.locked),g.classList.toggle("manual",!!(t.standing&&t.manual))}drawHandles(e,t,i){let s=1/this.pane.viewport.scale;for(let[r,o]of[["entry",t],["tip",i]]){let a=this.keep("handles",`${e.id}/${r}`,()=>ut("g",{class:`handle ${r}`,"data-handle":r,"data-needle":e.id,tabindex:0,role:"button"},ut("circle",{class:"grip"}),ut(r==="entry"?"rect":"circle",{class:"shape"}))),[l,c]=a.children;ft(l,"cx",o[0]),ft(l,"cy",o[1]),ft(l,"r",11*s);let h=5*s;if(r==="entry")for(let[d,u]of Object.entries({x:o[0]-h,y:o[1]-h,width:2*h,height:2*h}))ft(c,d,u);else for(let[d,u]of Object.entries({cx:o[0],cy:o[1],r:h}))ft(c,d,u);ft(a,"aria-label",C(`handle.${r}`,{id:e.id})),a.classList.toggle("faint",Math.abs(o[2])>Am)}}drawCross(){let{viewport:e,plane:t,frame:i}=this.pane,s=i.toFrame(y.cursor),[r,o]=e.toScreen(s[t.u],s[t.v]),[a,l]=e.size;for(let[c,h]of[[this.hairs[0],[0,o,a,o]],[this.hairs[1],[r,0,r,l]]])["x1","y1","x2","y2"].forEach((d,u)=>ft(c,d,h[u].toFixed(2)));ft(this.cross,"data-x",r.toFixed(2)),ft(this.cross,"data-y",o.toFixed(2))}},ma=n=>n?.length?n.map(e=>Math.max(2,e)).join(" "):null;function Xl(n,e){if(!e){n.setAttribute("visibility","hidden");return}n.removeAttribute("visibility"),["x1","y1","x2","y2"].forEach((t,i)=>ft(n,t,e[i>>1][i&1].toFixed(3)))}function lv(n,e,t){let[i,s]=[0,1],r=e[2]-n[2];for(let o of[t,-t]){let a=h=>o>0?n[2]+h*r-o:o-n[2]-h*r,[l,c]=[a(0),a(1)];if(l>0&&c>0)return null;l>0&&(i=Math.max(i,l/(l-c))),c>0&&(s=Math.min(s,l/(l-c)))}return i>=s?null:[i,s].map(o=>[n[0]+o*(e[0]-n[0]),n[1]+o*(e[1]-n[1])])}var cv=(n,e,t)=>e==="axial"?hv(n.axial(t)):uv(n.across(e==="sagittal"?0:1,t)),Cm=(n,e)=>e.split(" ").filter(Boolean).map(t=>_m(n,Number(t)));function hv(n){let e="";for(let t of n){for(let i=0;i<t.length;i+=2)e+=`${i?"L":"M"}${t[i].toFixed(2)} ${t[i+1].toFixed(2)}`;e+="Z"}return e}var uv=n=>n.map(([e,t,i,s])=>`M${e.toFixed(2)} ${t.toFixed(2)}L${i.toFixed(2)} ${s.toFixed(2)}`).join("");var Yl=class{constructor(e,t){this.frame=e,this.plane=t,this.centre=[e.extent(t.u)/2,e.extent(t.v)/2],this.scale=1,this.size=[1,1]}fit(e,t){let{u:i,v:s}=this.plane;this.centre=[(e[i]+t[i])/2,(e[s]+t[s])/2],this.scale=Math.min(this.size[0]/Math.max(1,t[i]-e[i]),this.size[1]/Math.max(1,t[s]-e[s]))}toScreen(e,t){return[this.size[0]/2+this.plane.su*(e-this.centre[0])*this.scale,this.size[1]/2+this.plane.sv*(t-this.centre[1])*this.scale]}fromScreen(e,t){return[this.centre[0]+this.plane.su*(e-this.size[0]/2)/this.scale,this.centre[1]+this.plane.sv*(t-this.size[1]/2)/this.scale]}patient(e,t,i){let s=this.frame.toFrame(i);return[s[this.plane.u],s[this.plane.v]]=this.fromScreen(e,t),this.frame.toPatient(s)}zoom(e,t,i){let s=this.fromScreen(t,i);this.scale=Math.max(.2,Math.min(60,this.scale*e));let r=this.fromScreen(t,i);this.centre=[this.centre[0]+s[0]-r[0],this.centre[1]+s[1]-r[1]]}pan(e,t){this.centre=[this.centre[0]-this.plane.su*e/this.scale,this.centre[1]-this.plane.sv*t/this.scale]}matrix(){let{su:e,sv:t}=this.plane,[i,s]=this.toScreen(0,0);return`matrix(${e*this.scale} 0 0 ${t*this.scale} ${i} ${s})`}};function $l(n,e=90){return[100,50,20,10,5,2,1].find(t=>t*n<=e)??1}function Rm(n,e,t){let i=[];for(let o of n?.needles??[])i.push(t.toFrame(o.entry_mm),t.toFrame(o.tip_mm));for(let o of e)if(o.structure.kind==="target")for(let{rings:a,depth:l}of o.planes)for(let c of a)for(let h=0;h<c.length;h+=2)i.push([c[h],c[h+1],l]);if(!i.length)return[[0,0,0],[0,1,2].map(o=>t.extent(o))];let s=[0,1,2].map(o=>Math.max(-25,Math.min(...i.map(a=>a[o]))-25)),r=[0,1,2].map(o=>Math.min(t.extent(o)+25,Math.max(...i.map(a=>a[o]))+25));return[s,r]}var Zs=class{constructor(e){this.name=e,this.frame=y.frame,this.plane=y.frame.planes[e],this.viewport=y.views[e]??=new Yl(y.frame,this.plane),this.slice="",this.image=document.createElement("canvas"),this.wash=document.createElement("canvas"),this.build(),this.overlay=new ql(this),this.sampled=$s(t=>Yu(t,this)),this.otherSampled=$s(t=>Yu(t,this)),this.painted=$s((...t)=>this.paint(...t)),this.sized=0,this.draw=cn(()=>this.drawNow()),vt("cursor plan preview dose display selection measures draft compared",()=>this.draw()),vt("window",()=>{this.slice="",this.draw()}),new ResizeObserver(()=>this.resize()).observe(this.node),hm(this)}build(){this.canvas=R("canvas",{"aria-hidden":"true"}),this.svg=ut("svg",{class:"overlay"}),this.title=R("div",{class:"pane-title"}),this.windowText=R("div",{class:"pane-window"}),this.bar=R("div",{class:"scale-bar"});let e=Object.entries(this.plane.letters).map(([t,i])=>R("span",{class:`letter ${t}`,text:i}));this.node=R("section",{class:"pane slice",tabindex:0,"data-pane":this.name,role:"group"},this.canvas,this.svg,this.title,this.windowText,this.bar,e),this.node.addEventListener("focus",()=>{y.display.active=this.name,Ne("layout")})}resize(){let{clientWidth:e,clientHeight:t}=this.node;if(!e||!t)return;let i=window.devicePixelRatio||1,s=this.viewport.size[0]===1,r=this.viewport.size;this.viewport.size=[e,t],this.canvas.width=Math.round(e*i),this.canvas.height=Math.round(t*i),this.sized++,ft(this.svg,"viewBox",`0 0 ${e} ${t}`),s?this.reset():this.viewport.scale*=Math.min(e/r[0],t/r[1]),this.draw()}reset(){this.viewport.fit(...Rm(y.plan,y.contours,this.frame)),this.draw()}currentSlice(){return this.frame.slice(this.name,y.cursor)}depth(){return this.currentSlice()*this.frame.spacing[this.plane.w]}halfSlab(){return Math.floor(y.display.slab/2/this.frame.spacing[this.plane.w])}drawNow(){let{width:e,height:t}=this.canvas;if(!y.ct||e<2)return;let i=this.currentSlice();this.dose=y.display.dose||y.display.isodoses?this.shownDose():null,this.otherDose=y.otherDose&&y.display.isodoses?this.otherSampled(y.otherDose,this.depth()):null;let{scale:s,centre:r}=this.viewport,{levels:o,washOpacity:a,window:l}=y.display,c=y.display.dose?this.dose:null,h=c&&o.map(d=>[d.shown,d.gy,d.colour]).join(";")+a;this.painted(i,this.halfSlab(),l,this.sized,s,...r,c,h),this.overlay.draw(),this.label(i)}paint(e,t,i,s,r,o,a,l){let{width:c,height:h}=this.canvas,d=`${e}/${t}`;if(d!==this.slice){let g=y.ct.pixels(this.name,e,t);this.image.width=g.width,this.image.height=g.height,this.image.getContext("2d").putImageData(g,0,0),this.slice=d}let u=this.canvas.getContext("2d");u.setTransform(1,0,0,1,0,0),u.fillStyle="#000",u.fillRect(0,0,c,h);let f=c/this.viewport.size[0];u.setTransform(f,0,0,f,0,0),u.imageSmoothingQuality="medium",this.drawImage(u,this.image,this.box()),l&&(xm(this.wash,l,y.display.levels,y.display.washOpacity),this.drawImage(u,this.wash,l.box,l))}shownDose(){if(!y.planes)return this.sampled(y.dose,this.depth());let e=y.planes[this.name];return e?.depth===this.depth()?e:null}dosePlane(){return y.display.dose||y.display.isodoses?qu(y.dose,this,1):null}box(){let e=s=>[-.5*this.frame.spacing[s],this.frame.extent(s)+.5*this.frame.spacing[s]],[t,i]=[e(this.plane.u),e(this.plane.v)];return[t[0],i[0],t[1],i[1]]}drawImage(e,t,[i,s,r,o],a=null){let[l,c]=this.viewport.toScreen(i,s),[h,d]=this.viewport.toScreen(r,o);if(!a){e.drawImage(t,Math.min(l,h),Math.min(c,d),Math.abs(h-l),Math.abs(d-c));return}e.save(),e.translate(l,c),e.scale((h-l)/t.width,(d-c)/t.height),e.drawImage(t,0,0),e.restore()}label(e){let t=this.frame.shape[this.plane.w],i=this.frame.atSlice(this.name,y.cursor,e)[this.plane.w],s=`${C(`pane.${this.name}`)}  ${e+1}/${t}  ${"xyz"[this.plane.w]} ${i.toFixed(1)} mm`,{window:r}=y.display;Wn(this.title,s);let o=y.display.slab?`${C("slab.shown",{mm:y.display.slab})}
`:"";Wn(this.windowText,o+C("window.shown",{width:r.width,level:r.level})),ft(this.node,"aria-label",C("pane.slice.label",{name:C(`pane.${this.name}`),slice:e+1,count:t})),ft(this.node,"data-slice",e);let a=$l(this.viewport.scale);Wn(this.bar,`${a} mm`),this.bar.style.width=`${a*this.viewport.scale}px`,this.node.classList.toggle("active",y.display.active===this.name),this.node.classList.toggle("preview",y.preview!==null||Vt()?.checked==="preview")}};var ar={LEFT:0,MIDDLE:1,RIGHT:2,ROTATE:0,DOLLY:1,PAN:2},lr={ROTATE:0,PAN:1,DOLLY_PAN:2,DOLLY_ROTATE:3},og=0,Md=1,ag=2;var Ya=1,lg=2,Ao=3,cr=0,ri=1,Di=2,Er=0,Co=1,wd=2,Td=3,Ed=4,cg=5;var Ar=100,hg=101,ug=102,dg=103,fg=104,pg=200,mg=201,gg=202,_g=203,Ad=204,Cd=205,xg=206,yg=207,vg=208,Sg=209,bg=210,Mg=211,wg=212,Tg=213,Eg=214,yc=0,vc=1,Sc=2,go=3,bc=4,Mc=5,wc=6,Tc=7,eh=0,Ag=1,Cg=2,hs=0,Rd=1,Pd=2,Id=3,Ld=4,Dd=5,Nd=6,Ud=7;var Od=300,Cr=301,Ro=302,th=303,nh=304,Ec=1e3,os=1001,Ac=1002,Vn=1003,Rg=1004;var $a=1005;var si=1006,ih=1007;var Ns=1008;var ci=1009,Fd=1010,Bd=1011,Po=1012,sh=1013,Wi=1014,Xi=1015,qi=1016,rh=1017,oh=1018,Rr=1020,kd=35902,zd=35899,Vd=1021,Gd=1022,Yi=1023,Rs=1026,Us=1027,Hd=1028,ah=1029,hr=1030,lh=1031;var ch=1033,Za=33776,Ja=33777,Ka=33778,ja=33779,hh=35840,uh=35841,dh=35842,fh=35843,ph=36196,mh=37492,gh=37496,_h=37488,xh=37489,Qa=37490,yh=37491,vh=37808,Sh=37809,bh=37810,Mh=37811,wh=37812,Th=37813,Eh=37814,Ah=37815,Ch=37816,Rh=37817,Ph=37818,Ih=37819,Lh=37820,Dh=37821,Nh=36492,Uh=36494,Oh=36495,Fh=36283,Bh=36284,el=36285,kh=36286;var wa=2300,Cc=2301,_c=2302,md=2303,gd=2400,_d=2401,xd=2402;var Pg=3200;var zh=0,Ig=1,Os="",_i="srgb",Ta="srgb-linear",Ea="linear",Dt="srgb";var xc=7680;var Lg=519,Dg=512,Ng=513,Ug=514,Wd=515,Og=516,Fg=517,Xd=518,qd=519,Bg=35044;var Yd="300 es",Li=2e3,_o=2001;function dv(n){for(let e=n.length-1;e>=0;--e)if(n[e]>=65535)return!0;return!1}function fv(n){return ArrayBuffer.isView(n)&&!(n instanceof DataView)}function Aa(n){return document.createElementNS("http://www.w3.org/1999/xhtml",n)}function kg(){let n=Aa("canvas");return n.style.display="block",n}var Pm={},xo=null;function $d(...n){let e="THREE."+n.shift();xo?xo("log",e,...n):console.log(e,...n)}function zg(n){let e=n[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=n[1];t&&t.isStackTrace?n[0]+=" "+t.getLocation():n[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return n}function Je(...n){n=zg(n);let e="THREE."+n.shift();if(xo)xo("warn",e,...n);else{let t=n[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...n)}}function nt(...n){n=zg(n);let e="THREE."+n.shift();if(xo)xo("error",e,...n);else{let t=n[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...n)}}function Sa(...n){let e=n.join(" ");e in Pm||(Pm[e]=!0,Je(...n))}function Vg(n,e,t){return new Promise(function(i,s){function r(){switch(n.clientWaitSync(e,n.SYNC_FLUSH_COMMANDS_BIT,0)){case n.WAIT_FAILED:s();break;case n.TIMEOUT_EXPIRED:setTimeout(r,t);break;default:i()}}setTimeout(r,t)})}var Gg={[yc]:yc,[Sc]:wc,[bc]:bc,[go]:Mc,[vc]:vc,[wc]:Sc,[Tc]:Tc,[Mc]:go},Hi=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let i=this._listeners;i[e]===void 0&&(i[e]=[]),i[e].indexOf(t)===-1&&i[e].push(t)}hasEventListener(e,t){let i=this._listeners;return i===void 0?!1:i[e]!==void 0&&i[e].indexOf(t)!==-1}removeEventListener(e,t){let i=this._listeners;if(i===void 0)return;let s=i[e];if(s!==void 0){let r=s.indexOf(t);r!==-1&&s.splice(r,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let i=t[e.type];if(i!==void 0){e.target=this;let s=i.slice(0);for(let r=0,o=s.length;r<o;r++)s[r].call(this,e);e.target=null}}},$n=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"],Im=1234567,ba=Math.PI/180,yo=180/Math.PI;function Io(){let n=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,i=Math.random()*4294967295|0;return($n[n&255]+$n[n>>8&255]+$n[n>>16&255]+$n[n>>24&255]+"-"+$n[e&255]+$n[e>>8&255]+"-"+$n[e>>16&15|64]+$n[e>>24&255]+"-"+$n[t&63|128]+$n[t>>8&255]+"-"+$n[t>>16&255]+$n[t>>24&255]+$n[i&255]+$n[i>>8&255]+$n[i>>16&255]+$n[i>>24&255]).toLowerCase()}function St(n,e,t){return Math.max(e,Math.min(t,n))}function Zd(n,e){return(n%e+e)%e}function pv(n,e,t,i,s){return i+(n-e)*(s-i)/(t-e)}function mv(n,e,t){return n!==e?(t-n)/(e-n):0}function Ma(n,e,t){return(1-t)*n+t*e}function gv(n,e,t,i){return Ma(n,e,1-Math.exp(-t*i))}function _v(n,e=1){return e-Math.abs(Zd(n,e*2)-e)}function xv(n,e,t){return n<=e?0:n>=t?1:(n=(n-e)/(t-e),n*n*(3-2*n))}function yv(n,e,t){return n<=e?0:n>=t?1:(n=(n-e)/(t-e),n*n*n*(n*(n*6-15)+10))}function vv(n,e){return n+Math.floor(Math.random()*(e-n+1))}function Sv(n,e){return n+Math.random()*(e-n)}function bv(n){return n*(.5-Math.random())}function Mv(n){n!==void 0&&(Im=n);let e=Im+=1831565813;return e=Math.imul(e^e>>>15,e|1),e^=e+Math.imul(e^e>>>7,e|61),((e^e>>>14)>>>0)/4294967296}function wv(n){return n*ba}function Tv(n){return n*yo}function Ev(n){return n>0&&Number.isInteger(n)&&2**Math.round(Math.log2(n))===n}function Av(n){return Math.pow(2,Math.ceil(Math.log(n)/Math.LN2))}function Jd(n){return Math.pow(2,Math.floor(Math.log(n)/Math.LN2))}function Cv(n,e,t,i,s){let r=Math.cos,o=Math.sin,a=r(t/2),l=o(t/2),c=r((e+i)/2),h=o((e+i)/2),d=r((e-i)/2),u=o((e-i)/2),f=r((i-e)/2),g=o((i-e)/2);switch(s){case"XYX":n.set(a*h,l*d,l*u,a*c);break;case"YZY":n.set(l*u,a*h,l*d,a*c);break;case"ZXZ":n.set(l*d,l*u,a*h,a*c);break;case"XZX":n.set(a*h,l*g,l*f,a*c);break;case"YXY":n.set(l*f,a*h,l*g,a*c);break;case"ZYZ":n.set(l*g,l*f,a*h,a*c);break;default:Je("MathUtils: .setQuaternionFromProperEuler() encountered an unknown order: "+s)}}function Kd(n){switch(n.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function Hg(n,e){if(e.constructor===Float32Array)return n;let t=Kd(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(n/t,-1)}function Wg(n,e){if(e.constructor===Float32Array)return n;let t=Kd(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(n*t)}var jd={DEG2RAD:ba,RAD2DEG:yo,generateUUID:Io,clamp:St,euclideanModulo:Zd,mapLinear:pv,inverseLerp:mv,lerp:Ma,damp:gv,pingpong:_v,smoothstep:xv,smootherstep:yv,randInt:vv,randFloat:Sv,randFloatSpread:bv,seededRandom:Mv,degToRad:wv,radToDeg:Tv,isPowerOfTwo:Ev,ceilPowerOfTwo:Av,floorPowerOfTwo:Jd,setQuaternionFromProperEuler:Cv,normalize:Wg,denormalize:Hg},je=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,i=this.y,s=e.elements;return this.x=s[0]*t+s[3]*i+s[6],this.y=s[1]*t+s[4]*i+s[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=St(this.x,e.x,t.x),this.y=St(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=St(this.x,e,t),this.y=St(this.y,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(St(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let i=this.dot(e)/t;return Math.acos(St(i,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,i=this.y-e.y;return t*t+i*i}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let i=Math.cos(t),s=Math.sin(t),r=this.x-e.x,o=this.y-e.y;return this.x=r*i-o*s+e.x,this.y=r*s+o*i+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},vi=class{constructor(e=0,t=0,i=0,s=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=i,this._w=s}static slerpFlat(e,t,i,s,r,o,a){let l=i[s+0],c=i[s+1],h=i[s+2],d=i[s+3],u=r[o+0],f=r[o+1],g=r[o+2],v=r[o+3];if(d!==v||l!==u||c!==f||h!==g){let m=l*u+c*f+h*g+d*v;m<0&&(u=-u,f=-f,g=-g,v=-v,m=-m);let p=1-a;if(m<.9995){let S=Math.acos(m),P=Math.sin(S);p=Math.sin(p*S)/P,a=Math.sin(a*S)/P,l=l*p+u*a,c=c*p+f*a,h=h*p+g*a,d=d*p+v*a}else{l=l*p+u*a,c=c*p+f*a,h=h*p+g*a,d=d*p+v*a;let S=1/Math.sqrt(l*l+c*c+h*h+d*d);l*=S,c*=S,h*=S,d*=S}}e[t]=l,e[t+1]=c,e[t+2]=h,e[t+3]=d}static multiplyQuaternionsFlat(e,t,i,s,r,o){let a=i[s],l=i[s+1],c=i[s+2],h=i[s+3],d=r[o],u=r[o+1],f=r[o+2],g=r[o+3];return e[t]=a*g+h*d+l*f-c*u,e[t+1]=l*g+h*u+c*d-a*f,e[t+2]=c*g+h*f+a*u-l*d,e[t+3]=h*g-a*d-l*u-c*f,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,i,s){return this._x=e,this._y=t,this._z=i,this._w=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let i=e._x,s=e._y,r=e._z,o=e._order,a=Math.cos,l=Math.sin,c=a(i/2),h=a(s/2),d=a(r/2),u=l(i/2),f=l(s/2),g=l(r/2);switch(o){case"XYZ":this._x=u*h*d+c*f*g,this._y=c*f*d-u*h*g,this._z=c*h*g+u*f*d,this._w=c*h*d-u*f*g;break;case"YXZ":this._x=u*h*d+c*f*g,this._y=c*f*d-u*h*g,this._z=c*h*g-u*f*d,this._w=c*h*d+u*f*g;break;case"ZXY":this._x=u*h*d-c*f*g,this._y=c*f*d+u*h*g,this._z=c*h*g+u*f*d,this._w=c*h*d-u*f*g;break;case"ZYX":this._x=u*h*d-c*f*g,this._y=c*f*d+u*h*g,this._z=c*h*g-u*f*d,this._w=c*h*d+u*f*g;break;case"YZX":this._x=u*h*d+c*f*g,this._y=c*f*d+u*h*g,this._z=c*h*g-u*f*d,this._w=c*h*d-u*f*g;break;case"XZY":this._x=u*h*d-c*f*g,this._y=c*f*d-u*h*g,this._z=c*h*g+u*f*d,this._w=c*h*d+u*f*g;break;default:Je("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let i=t/2,s=Math.sin(i);return this._x=e.x*s,this._y=e.y*s,this._z=e.z*s,this._w=Math.cos(i),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,i=t[0],s=t[4],r=t[8],o=t[1],a=t[5],l=t[9],c=t[2],h=t[6],d=t[10],u=i+a+d;if(u>0){let f=.5/Math.sqrt(u+1);this._w=.25/f,this._x=(h-l)*f,this._y=(r-c)*f,this._z=(o-s)*f}else if(i>a&&i>d){let f=2*Math.sqrt(1+i-a-d);this._w=(h-l)/f,this._x=.25*f,this._y=(s+o)/f,this._z=(r+c)/f}else if(a>d){let f=2*Math.sqrt(1+a-i-d);this._w=(r-c)/f,this._x=(s+o)/f,this._y=.25*f,this._z=(l+h)/f}else{let f=2*Math.sqrt(1+d-i-a);this._w=(o-s)/f,this._x=(r+c)/f,this._y=(l+h)/f,this._z=.25*f}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let i=e.dot(t)+1;return i<1e-8?(i=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=i):(this._x=0,this._y=-e.z,this._z=e.y,this._w=i)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=i),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(St(this.dot(e),-1,1)))}rotateTowards(e,t){let i=this.angleTo(e);if(i===0)return this;let s=Math.min(1,t/i);return this.slerp(e,s),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let i=e._x,s=e._y,r=e._z,o=e._w,a=t._x,l=t._y,c=t._z,h=t._w;return this._x=i*h+o*a+s*c-r*l,this._y=s*h+o*l+r*a-i*c,this._z=r*h+o*c+i*l-s*a,this._w=o*h-i*a-s*l-r*c,this._onChangeCallback(),this}slerp(e,t){let i=e._x,s=e._y,r=e._z,o=e._w,a=this.dot(e);a<0&&(i=-i,s=-s,r=-r,o=-o,a=-a);let l=1-t;if(a<.9995){let c=Math.acos(a),h=Math.sin(c);l=Math.sin(l*c)/h,t=Math.sin(t*c)/h,this._x=this._x*l+i*t,this._y=this._y*l+s*t,this._z=this._z*l+r*t,this._w=this._w*l+o*t,this._onChangeCallback()}else this._x=this._x*l+i*t,this._y=this._y*l+s*t,this._z=this._z*l+r*t,this._w=this._w*l+o*t,this.normalize();return this}slerpQuaternions(e,t,i){return this.copy(e).slerp(t,i)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),i=Math.random(),s=Math.sqrt(1-i),r=Math.sqrt(i);return this.set(s*Math.sin(e),s*Math.cos(e),r*Math.sin(t),r*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},$=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,i=0){this.x=e,this.y=t,this.z=i}set(e,t,i){return i===void 0&&(i=this.z),this.x=e,this.y=t,this.z=i,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(Lm.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(Lm.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,i=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[3]*i+r[6]*s,this.y=r[1]*t+r[4]*i+r[7]*s,this.z=r[2]*t+r[5]*i+r[8]*s,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,i=this.y,s=this.z,r=e.elements,o=1/(r[3]*t+r[7]*i+r[11]*s+r[15]);return this.x=(r[0]*t+r[4]*i+r[8]*s+r[12])*o,this.y=(r[1]*t+r[5]*i+r[9]*s+r[13])*o,this.z=(r[2]*t+r[6]*i+r[10]*s+r[14])*o,this}applyQuaternion(e){let t=this.x,i=this.y,s=this.z,r=e.x,o=e.y,a=e.z,l=e.w,c=2*(o*s-a*i),h=2*(a*t-r*s),d=2*(r*i-o*t);return this.x=t+l*c+o*d-a*h,this.y=i+l*h+a*c-r*d,this.z=s+l*d+r*h-o*c,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,i=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[4]*i+r[8]*s,this.y=r[1]*t+r[5]*i+r[9]*s,this.z=r[2]*t+r[6]*i+r[10]*s,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=St(this.x,e.x,t.x),this.y=St(this.y,e.y,t.y),this.z=St(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=St(this.x,e,t),this.y=St(this.y,e,t),this.z=St(this.z,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(St(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this.z=e.z+(t.z-e.z)*i,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let i=e.x,s=e.y,r=e.z,o=t.x,a=t.y,l=t.z;return this.x=s*l-r*a,this.y=r*o-i*l,this.z=i*a-s*o,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let i=e.dot(this)/t;return this.copy(e).multiplyScalar(i)}projectOnPlane(e){return $u.copy(this).projectOnVector(e),this.sub($u)}reflect(e){return this.sub($u.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let i=this.dot(e)/t;return Math.acos(St(i,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,i=this.y-e.y,s=this.z-e.z;return t*t+i*i+s*s}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,i){let s=Math.sin(t)*e;return this.x=s*Math.sin(i),this.y=Math.cos(t)*e,this.z=s*Math.cos(i),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,i){return this.x=e*Math.sin(t),this.y=i,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),i=this.setFromMatrixColumn(e,1).length(),s=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=i,this.z=s,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,i=Math.sqrt(1-t*t);return this.x=i*Math.cos(e),this.y=t,this.z=i*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},$u=new $,Lm=new vi,rt=class{static{this.prototype.isMatrix3=!0}constructor(e,t,i,s,r,o,a,l,c){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,i,s,r,o,a,l,c)}set(e,t,i,s,r,o,a,l,c){let h=this.elements;return h[0]=e,h[1]=s,h[2]=a,h[3]=t,h[4]=r,h[5]=l,h[6]=i,h[7]=o,h[8]=c,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,i=e.elements;return t[0]=i[0],t[1]=i[1],t[2]=i[2],t[3]=i[3],t[4]=i[4],t[5]=i[5],t[6]=i[6],t[7]=i[7],t[8]=i[8],this}extractBasis(e,t,i){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),i.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let i=e.elements,s=t.elements,r=this.elements,o=i[0],a=i[3],l=i[6],c=i[1],h=i[4],d=i[7],u=i[2],f=i[5],g=i[8],v=s[0],m=s[3],p=s[6],S=s[1],P=s[4],T=s[7],L=s[2],A=s[5],x=s[8];return r[0]=o*v+a*S+l*L,r[3]=o*m+a*P+l*A,r[6]=o*p+a*T+l*x,r[1]=c*v+h*S+d*L,r[4]=c*m+h*P+d*A,r[7]=c*p+h*T+d*x,r[2]=u*v+f*S+g*L,r[5]=u*m+f*P+g*A,r[8]=u*p+f*T+g*x,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],i=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8];return t*o*h-t*a*c-i*r*h+i*a*l+s*r*c-s*o*l}invert(){let e=this.elements,t=e[0],i=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8],d=h*o-a*c,u=a*l-h*r,f=c*r-o*l,g=t*d+i*u+s*f;if(g===0)return this.set(0,0,0,0,0,0,0,0,0);let v=1/g;return e[0]=d*v,e[1]=(s*c-h*i)*v,e[2]=(a*i-s*o)*v,e[3]=u*v,e[4]=(h*t-s*l)*v,e[5]=(s*r-a*t)*v,e[6]=f*v,e[7]=(i*l-c*t)*v,e[8]=(o*t-i*r)*v,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,i,s,r,o,a){let l=Math.cos(r),c=Math.sin(r);return this.set(i*l,i*c,-i*(l*o+c*a)+o+e,-s*c,s*l,-s*(-c*o+l*a)+a+t,0,0,1),this}scale(e,t){return Sa("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(Zu.makeScale(e,t)),this}rotate(e){return Sa("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(Zu.makeRotation(-e)),this}translate(e,t){return Sa("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(Zu.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,-i,0,i,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,i=e.elements;for(let s=0;s<9;s++)if(t[s]!==i[s])return!1;return!0}fromArray(e,t=0){for(let i=0;i<9;i++)this.elements[i]=e[i+t];return this}toArray(e=[],t=0){let i=this.elements;return e[t]=i[0],e[t+1]=i[1],e[t+2]=i[2],e[t+3]=i[3],e[t+4]=i[4],e[t+5]=i[5],e[t+6]=i[6],e[t+7]=i[7],e[t+8]=i[8],e}clone(){return new this.constructor().fromArray(this.elements)}},Zu=new rt,Dm=new rt().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),Nm=new rt().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function Rv(){let n={enabled:!0,workingColorSpace:Ta,spaces:{},convert:function(s,r,o){return this.enabled===!1||r===o||!r||!o||(this.spaces[r].transfer===Dt&&(s.r=Cs(s.r),s.g=Cs(s.g),s.b=Cs(s.b)),this.spaces[r].primaries!==this.spaces[o].primaries&&(s.applyMatrix3(this.spaces[r].toXYZ),s.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===Dt&&(s.r=mo(s.r),s.g=mo(s.g),s.b=mo(s.b))),s},workingToColorSpace:function(s,r){return this.convert(s,this.workingColorSpace,r)},colorSpaceToWorking:function(s,r){return this.convert(s,r,this.workingColorSpace)},getPrimaries:function(s){return this.spaces[s].primaries},getTransfer:function(s){return s===Os?Ea:this.spaces[s].transfer},getToneMappingMode:function(s){return this.spaces[s].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(s,r=this.workingColorSpace){return s.fromArray(this.spaces[r].luminanceCoefficients)},define:function(s){Object.assign(this.spaces,s)},_getMatrix:function(s,r,o){return s.copy(this.spaces[o].fromXYZ).multiply(this.spaces[r].toXYZ)},_getDrawingBufferColorSpace:function(s){return this.spaces[s].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(s=this.workingColorSpace){return this.spaces[s].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],i=[.3127,.329];return n.define({[Ta]:{primaries:e,whitePoint:i,transfer:Ea,toXYZ:Dm,fromXYZ:Nm,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:_i},outputColorSpaceConfig:{drawingBufferColorSpace:_i}},[_i]:{primaries:e,whitePoint:i,transfer:Dt,toXYZ:Dm,fromXYZ:Nm,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:_i}}}),n}var Tt=Rv();function Cs(n){return n<.04045?n*.0773993808:Math.pow(n*.9478672986+.0521327014,2.4)}function mo(n){return n<.0031308?n*12.92:1.055*Math.pow(n,.41666)-.055}var to,Rc=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let i;if(e instanceof HTMLCanvasElement)i=e;else{to===void 0&&(to=Aa("canvas")),to.width=e.width,to.height=e.height;let s=to.getContext("2d");e instanceof ImageData?s.putImageData(e,0,0):s.drawImage(e,0,0,e.width,e.height),i=to}return i.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=Aa("canvas");t.width=e.width,t.height=e.height;let i=t.getContext("2d");i.drawImage(e,0,0,e.width,e.height);let s=i.getImageData(0,0,e.width,e.height),r=s.data;for(let o=0;o<r.length;o++)r[o]=Cs(r[o]/255)*255;return i.putImageData(s,0,0),t}else if(e.data){let t=e.data.slice(0);for(let i=0;i<t.length;i++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[i]=Math.floor(Cs(t[i]/255)*255):t[i]=Cs(t[i]);return{data:t,width:e.width,height:e.height}}else return Je("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},Pv=0,vo=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:Pv++}),this.uuid=Io(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let i={uuid:this.uuid,url:""},s=this.data;if(s!==null){let r;if(Array.isArray(s)){r=[];for(let o=0,a=s.length;o<a;o++)s[o].isDataTexture?r.push(Ju(s[o].image)):r.push(Ju(s[o]))}else r=Ju(s);i.url=r}return t||(e.images[this.uuid]=i),i}};function Ju(n){return typeof HTMLImageElement<"u"&&n instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&n instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&n instanceof ImageBitmap?Rc.getDataURL(n):n.data?{data:Array.from(n.data),width:n.width,height:n.height,type:n.data.constructor.name}:(Je("Texture: Unable to serialize Texture."),{})}var Iv=0,Ku=new $,li=class n extends Hi{constructor(e=n.DEFAULT_IMAGE,t=n.DEFAULT_MAPPING,i=os,s=os,r=si,o=Ns,a=Yi,l=ci,c=n.DEFAULT_ANISOTROPY,h=Os){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:Iv++}),this.uuid=Io(),this.name="",this.source=new vo(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=i,this.wrapT=s,this.magFilter=r,this.minFilter=o,this.anisotropy=c,this.format=a,this.internalFormat=null,this.type=l,this.offset=new je(0,0),this.repeat=new je(1,1),this.center=new je(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new rt,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=h,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(Ku).x}get height(){return this.source.getSize(Ku).y}get depth(){return this.source.getSize(Ku).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let i=e[t];if(i===void 0){Je(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Je(`Texture.setValues(): property '${t}' does not exist.`);continue}s&&i&&s.isVector2&&i.isVector2||s&&i&&s.isVector3&&i.isVector3||s&&i&&s.isMatrix3&&i.isMatrix3?s.copy(i):this[t]=i}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let i={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(i.userData=this.userData),t||(e.textures[this.uuid]=i),i}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==Od)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case Ec:e.x=e.x-Math.floor(e.x);break;case os:e.x=e.x<0?0:1;break;case Ac:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case Ec:e.y=e.y-Math.floor(e.y);break;case os:e.y=e.y<0?0:1;break;case Ac:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};li.DEFAULT_IMAGE=null;li.DEFAULT_MAPPING=Od;li.DEFAULT_ANISOTROPY=1;var tn=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,i=0,s=1){this.x=e,this.y=t,this.z=i,this.w=s}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,i,s){return this.x=e,this.y=t,this.z=i,this.w=s,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,i=this.y,s=this.z,r=this.w,o=e.elements;return this.x=o[0]*t+o[4]*i+o[8]*s+o[12]*r,this.y=o[1]*t+o[5]*i+o[9]*s+o[13]*r,this.z=o[2]*t+o[6]*i+o[10]*s+o[14]*r,this.w=o[3]*t+o[7]*i+o[11]*s+o[15]*r,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,i,s,r,l=e.elements,c=l[0],h=l[4],d=l[8],u=l[1],f=l[5],g=l[9],v=l[2],m=l[6],p=l[10];if(Math.abs(h-u)<.01&&Math.abs(d-v)<.01&&Math.abs(g-m)<.01){if(Math.abs(h+u)<.1&&Math.abs(d+v)<.1&&Math.abs(g+m)<.1&&Math.abs(c+f+p-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let P=(c+1)/2,T=(f+1)/2,L=(p+1)/2,A=(h+u)/4,x=(d+v)/4,E=(g+m)/4;return P>T&&P>L?P<.01?(i=0,s=.707106781,r=.707106781):(i=Math.sqrt(P),s=A/i,r=x/i):T>L?T<.01?(i=.707106781,s=0,r=.707106781):(s=Math.sqrt(T),i=A/s,r=E/s):L<.01?(i=.707106781,s=.707106781,r=0):(r=Math.sqrt(L),i=x/r,s=E/r),this.set(i,s,r,t),this}let S=Math.sqrt((m-g)*(m-g)+(d-v)*(d-v)+(u-h)*(u-h));return Math.abs(S)<.001&&(S=1),this.x=(m-g)/S,this.y=(d-v)/S,this.z=(u-h)/S,this.w=Math.acos((c+f+p-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=St(this.x,e.x,t.x),this.y=St(this.y,e.y,t.y),this.z=St(this.z,e.z,t.z),this.w=St(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=St(this.x,e,t),this.y=St(this.y,e,t),this.z=St(this.z,e,t),this.w=St(this.w,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(St(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this.z=e.z+(t.z-e.z)*i,this.w=e.w+(t.w-e.w)*i,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},Pc=class extends Hi{constructor(e=1,t=1,i={}){super(),i=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:si,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},i),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=i.depth,this.scissor=new tn(0,0,e,t),this.scissorTest=!1,this.viewport=new tn(0,0,e,t),this.textures=[];let s=i.count;for(let r=0;r<s;r++)this.textures[r]=new li({width:e,height:t,depth:i.depth}),this.textures[r].isRenderTargetTexture=!0,this.textures[r].renderTarget=this;this._setTextureOptions(i),this.depthBuffer=i.depthBuffer,this.stencilBuffer=i.stencilBuffer,this.resolveColorBuffer=i.resolveColorBuffer,this.resolveDepthBuffer=i.resolveDepthBuffer,this.resolveStencilBuffer=i.resolveStencilBuffer,this.storeMultisampledColorBuffer=i.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=i.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=i.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=i.depthTexture,this.samples=i.samples,this.multiview=i.multiview,this.useArrayDepthTexture=i.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:si,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let i=0;i<this.textures.length;i++)this.textures[i].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,i=1){if(this.width!==e||this.height!==t||this.depth!==i){this.width=e,this.height=t,this.depth=i;for(let s=0,r=this.textures.length;s<r;s++)this.textures[s].image.width=e,this.textures[s].image.height=t,this.textures[s].image.depth=i,this.textures[s].isData3DTexture!==!0&&(this.textures[s].isArrayTexture=this.textures[s].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,i=e.textures.length;t<i;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let s=Object.assign({},e.textures[t].image);this.textures[t].source=new vo(s)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},Si=class extends Pc{constructor(e=1,t=1,i={}){super(e,t,i),this.isWebGLRenderTarget=!0}},Ca=class extends li{constructor(e=null,t=1,i=1,s=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:i,depth:s},this.magFilter=Vn,this.minFilter=Vn,this.wrapR=os,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var Ic=class extends li{constructor(e=null,t=1,i=1,s=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:i,depth:s},this.magFilter=Vn,this.minFilter=Vn,this.wrapR=os,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var qt=class n{static{this.prototype.isMatrix4=!0}constructor(e,t,i,s,r,o,a,l,c,h,d,u,f,g,v,m){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,i,s,r,o,a,l,c,h,d,u,f,g,v,m)}set(e,t,i,s,r,o,a,l,c,h,d,u,f,g,v,m){let p=this.elements;return p[0]=e,p[4]=t,p[8]=i,p[12]=s,p[1]=r,p[5]=o,p[9]=a,p[13]=l,p[2]=c,p[6]=h,p[10]=d,p[14]=u,p[3]=f,p[7]=g,p[11]=v,p[15]=m,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new n().fromArray(this.elements)}copy(e){let t=this.elements,i=e.elements;return t[0]=i[0],t[1]=i[1],t[2]=i[2],t[3]=i[3],t[4]=i[4],t[5]=i[5],t[6]=i[6],t[7]=i[7],t[8]=i[8],t[9]=i[9],t[10]=i[10],t[11]=i[11],t[12]=i[12],t[13]=i[13],t[14]=i[14],t[15]=i[15],this}copyPosition(e){let t=this.elements,i=e.elements;return t[12]=i[12],t[13]=i[13],t[14]=i[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,i){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),i.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),i.setFromMatrixColumn(this,2),this)}makeBasis(e,t,i){return this.set(e.x,t.x,i.x,0,e.y,t.y,i.y,0,e.z,t.z,i.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,i=e.elements,s=1/no.setFromMatrixColumn(e,0).length(),r=1/no.setFromMatrixColumn(e,1).length(),o=1/no.setFromMatrixColumn(e,2).length();return t[0]=i[0]*s,t[1]=i[1]*s,t[2]=i[2]*s,t[3]=0,t[4]=i[4]*r,t[5]=i[5]*r,t[6]=i[6]*r,t[7]=0,t[8]=i[8]*o,t[9]=i[9]*o,t[10]=i[10]*o,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,i=e.x,s=e.y,r=e.z,o=Math.cos(i),a=Math.sin(i),l=Math.cos(s),c=Math.sin(s),h=Math.cos(r),d=Math.sin(r);if(e.order==="XYZ"){let u=o*h,f=o*d,g=a*h,v=a*d;t[0]=l*h,t[4]=-l*d,t[8]=c,t[1]=f+g*c,t[5]=u-v*c,t[9]=-a*l,t[2]=v-u*c,t[6]=g+f*c,t[10]=o*l}else if(e.order==="YXZ"){let u=l*h,f=l*d,g=c*h,v=c*d;t[0]=u+v*a,t[4]=g*a-f,t[8]=o*c,t[1]=o*d,t[5]=o*h,t[9]=-a,t[2]=f*a-g,t[6]=v+u*a,t[10]=o*l}else if(e.order==="ZXY"){let u=l*h,f=l*d,g=c*h,v=c*d;t[0]=u-v*a,t[4]=-o*d,t[8]=g+f*a,t[1]=f+g*a,t[5]=o*h,t[9]=v-u*a,t[2]=-o*c,t[6]=a,t[10]=o*l}else if(e.order==="ZYX"){let u=o*h,f=o*d,g=a*h,v=a*d;t[0]=l*h,t[4]=g*c-f,t[8]=u*c+v,t[1]=l*d,t[5]=v*c+u,t[9]=f*c-g,t[2]=-c,t[6]=a*l,t[10]=o*l}else if(e.order==="YZX"){let u=o*l,f=o*c,g=a*l,v=a*c;t[0]=l*h,t[4]=v-u*d,t[8]=g*d+f,t[1]=d,t[5]=o*h,t[9]=-a*h,t[2]=-c*h,t[6]=f*d+g,t[10]=u-v*d}else if(e.order==="XZY"){let u=o*l,f=o*c,g=a*l,v=a*c;t[0]=l*h,t[4]=-d,t[8]=c*h,t[1]=u*d+v,t[5]=o*h,t[9]=f*d-g,t[2]=g*d-f,t[6]=a*h,t[10]=v*d+u}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(Lv,e,Dv)}lookAt(e,t,i){let s=this.elements;return mi.subVectors(e,t),mi.lengthSq()===0&&(mi.z=1),mi.normalize(),Js.crossVectors(i,mi),Js.lengthSq()===0&&(Math.abs(i.z)===1?mi.x+=1e-4:mi.z+=1e-4,mi.normalize(),Js.crossVectors(i,mi)),Js.normalize(),Zl.crossVectors(mi,Js),s[0]=Js.x,s[4]=Zl.x,s[8]=mi.x,s[1]=Js.y,s[5]=Zl.y,s[9]=mi.y,s[2]=Js.z,s[6]=Zl.z,s[10]=mi.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let i=e.elements,s=t.elements,r=this.elements,o=i[0],a=i[4],l=i[8],c=i[12],h=i[1],d=i[5],u=i[9],f=i[13],g=i[2],v=i[6],m=i[10],p=i[14],S=i[3],P=i[7],T=i[11],L=i[15],A=s[0],x=s[4],E=s[8],V=s[12],F=s[1],O=s[5],G=s[9],X=s[13],U=s[2],q=s[6],J=s[10],W=s[14],ue=s[3],Q=s[7],te=s[11],oe=s[15];return r[0]=o*A+a*F+l*U+c*ue,r[4]=o*x+a*O+l*q+c*Q,r[8]=o*E+a*G+l*J+c*te,r[12]=o*V+a*X+l*W+c*oe,r[1]=h*A+d*F+u*U+f*ue,r[5]=h*x+d*O+u*q+f*Q,r[9]=h*E+d*G+u*J+f*te,r[13]=h*V+d*X+u*W+f*oe,r[2]=g*A+v*F+m*U+p*ue,r[6]=g*x+v*O+m*q+p*Q,r[10]=g*E+v*G+m*J+p*te,r[14]=g*V+v*X+m*W+p*oe,r[3]=S*A+P*F+T*U+L*ue,r[7]=S*x+P*O+T*q+L*Q,r[11]=S*E+P*G+T*J+L*te,r[15]=S*V+P*X+T*W+L*oe,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],i=e[4],s=e[8],r=e[12],o=e[1],a=e[5],l=e[9],c=e[13],h=e[2],d=e[6],u=e[10],f=e[14],g=e[3],v=e[7],m=e[11],p=e[15],S=l*f-c*u,P=a*f-c*d,T=a*u-l*d,L=o*f-c*h,A=o*u-l*h,x=o*d-a*h;return t*(v*S-m*P+p*T)-i*(g*S-m*L+p*A)+s*(g*P-v*L+p*x)-r*(g*T-v*A+m*x)}determinantAffine(){let e=this.elements,t=e[0],i=e[4],s=e[8],r=e[1],o=e[5],a=e[9],l=e[2],c=e[6],h=e[10];return t*(o*h-a*c)-i*(r*h-a*l)+s*(r*c-o*l)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,i){let s=this.elements;return e.isVector3?(s[12]=e.x,s[13]=e.y,s[14]=e.z):(s[12]=e,s[13]=t,s[14]=i),this}invert(){let e=this.elements,t=e[0],i=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8],d=e[9],u=e[10],f=e[11],g=e[12],v=e[13],m=e[14],p=e[15],S=t*a-i*o,P=t*l-s*o,T=t*c-r*o,L=i*l-s*a,A=i*c-r*a,x=s*c-r*l,E=h*v-d*g,V=h*m-u*g,F=h*p-f*g,O=d*m-u*v,G=d*p-f*v,X=u*p-f*m,U=S*X-P*G+T*O+L*F-A*V+x*E;if(U===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let q=1/U;return e[0]=(a*X-l*G+c*O)*q,e[1]=(s*G-i*X-r*O)*q,e[2]=(v*x-m*A+p*L)*q,e[3]=(u*A-d*x-f*L)*q,e[4]=(l*F-o*X-c*V)*q,e[5]=(t*X-s*F+r*V)*q,e[6]=(m*T-g*x-p*P)*q,e[7]=(h*x-u*T+f*P)*q,e[8]=(o*G-a*F+c*E)*q,e[9]=(i*F-t*G-r*E)*q,e[10]=(g*A-v*T+p*S)*q,e[11]=(d*T-h*A-f*S)*q,e[12]=(a*V-o*O-l*E)*q,e[13]=(t*O-i*V+s*E)*q,e[14]=(v*P-g*L-m*S)*q,e[15]=(h*L-d*P+u*S)*q,this}scale(e){let t=this.elements,i=e.x,s=e.y,r=e.z;return t[0]*=i,t[4]*=s,t[8]*=r,t[1]*=i,t[5]*=s,t[9]*=r,t[2]*=i,t[6]*=s,t[10]*=r,t[3]*=i,t[7]*=s,t[11]*=r,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],i=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],s=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,i,s))}makeTranslation(e,t,i){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,i,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),i=Math.sin(e);return this.set(1,0,0,0,0,t,-i,0,0,i,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,0,i,0,0,1,0,0,-i,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,-i,0,0,i,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let i=Math.cos(t),s=Math.sin(t),r=1-i,o=e.x,a=e.y,l=e.z,c=r*o,h=r*a;return this.set(c*o+i,c*a-s*l,c*l+s*a,0,c*a+s*l,h*a+i,h*l-s*o,0,c*l-s*a,h*l+s*o,r*l*l+i,0,0,0,0,1),this}makeScale(e,t,i){return this.set(e,0,0,0,0,t,0,0,0,0,i,0,0,0,0,1),this}makeShear(e,t,i,s,r,o){return this.set(1,i,r,0,e,1,o,0,t,s,1,0,0,0,0,1),this}compose(e,t,i){let s=this.elements,r=t._x,o=t._y,a=t._z,l=t._w,c=r+r,h=o+o,d=a+a,u=r*c,f=r*h,g=r*d,v=o*h,m=o*d,p=a*d,S=l*c,P=l*h,T=l*d,L=i.x,A=i.y,x=i.z;return s[0]=(1-(v+p))*L,s[1]=(f+T)*L,s[2]=(g-P)*L,s[3]=0,s[4]=(f-T)*A,s[5]=(1-(u+p))*A,s[6]=(m+S)*A,s[7]=0,s[8]=(g+P)*x,s[9]=(m-S)*x,s[10]=(1-(u+v))*x,s[11]=0,s[12]=e.x,s[13]=e.y,s[14]=e.z,s[15]=1,this}decompose(e,t,i){let s=this.elements;e.x=s[12],e.y=s[13],e.z=s[14];let r=this.determinantAffine();if(r===0)return i.set(1,1,1),t.identity(),this;let o=no.set(s[0],s[1],s[2]).length(),a=no.set(s[4],s[5],s[6]).length(),l=no.set(s[8],s[9],s[10]).length();r<0&&(o=-o),zi.copy(this);let c=1/o,h=1/a,d=1/l;return zi.elements[0]*=c,zi.elements[1]*=c,zi.elements[2]*=c,zi.elements[4]*=h,zi.elements[5]*=h,zi.elements[6]*=h,zi.elements[8]*=d,zi.elements[9]*=d,zi.elements[10]*=d,t.setFromRotationMatrix(zi),i.x=o,i.y=a,i.z=l,this}makePerspective(e,t,i,s,r,o,a=Li,l=!1){let c=this.elements,h=2*r/(t-e),d=2*r/(i-s),u=(t+e)/(t-e),f=(i+s)/(i-s),g,v;if(l)g=r/(o-r),v=o*r/(o-r);else if(a===Li)g=-(o+r)/(o-r),v=-2*o*r/(o-r);else if(a===_o)g=-o/(o-r),v=-o*r/(o-r);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return c[0]=h,c[4]=0,c[8]=u,c[12]=0,c[1]=0,c[5]=d,c[9]=f,c[13]=0,c[2]=0,c[6]=0,c[10]=g,c[14]=v,c[3]=0,c[7]=0,c[11]=-1,c[15]=0,this}makeOrthographic(e,t,i,s,r,o,a=Li,l=!1){let c=this.elements,h=2/(t-e),d=2/(i-s),u=-(t+e)/(t-e),f=-(i+s)/(i-s),g,v;if(l)g=1/(o-r),v=o/(o-r);else if(a===Li)g=-2/(o-r),v=-(o+r)/(o-r);else if(a===_o)g=-1/(o-r),v=-r/(o-r);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return c[0]=h,c[4]=0,c[8]=0,c[12]=u,c[1]=0,c[5]=d,c[9]=0,c[13]=f,c[2]=0,c[6]=0,c[10]=g,c[14]=v,c[3]=0,c[7]=0,c[11]=0,c[15]=1,this}equals(e){let t=this.elements,i=e.elements;for(let s=0;s<16;s++)if(t[s]!==i[s])return!1;return!0}fromArray(e,t=0){for(let i=0;i<16;i++)this.elements[i]=e[i+t];return this}toArray(e=[],t=0){let i=this.elements;return e[t]=i[0],e[t+1]=i[1],e[t+2]=i[2],e[t+3]=i[3],e[t+4]=i[4],e[t+5]=i[5],e[t+6]=i[6],e[t+7]=i[7],e[t+8]=i[8],e[t+9]=i[9],e[t+10]=i[10],e[t+11]=i[11],e[t+12]=i[12],e[t+13]=i[13],e[t+14]=i[14],e[t+15]=i[15],e}},no=new $,zi=new qt,Lv=new $(0,0,0),Dv=new $(1,1,1),Js=new $,Zl=new $,mi=new $,Um=new qt,Om=new vi,Ps=class n{constructor(e=0,t=0,i=0,s=n.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=i,this._order=s}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,i,s=this._order){return this._x=e,this._y=t,this._z=i,this._order=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,i=!0){let s=e.elements,r=s[0],o=s[4],a=s[8],l=s[1],c=s[5],h=s[9],d=s[2],u=s[6],f=s[10];switch(t){case"XYZ":this._y=Math.asin(St(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-h,f),this._z=Math.atan2(-o,r)):(this._x=Math.atan2(u,c),this._z=0);break;case"YXZ":this._x=Math.asin(-St(h,-1,1)),Math.abs(h)<.9999999?(this._y=Math.atan2(a,f),this._z=Math.atan2(l,c)):(this._y=Math.atan2(-d,r),this._z=0);break;case"ZXY":this._x=Math.asin(St(u,-1,1)),Math.abs(u)<.9999999?(this._y=Math.atan2(-d,f),this._z=Math.atan2(-o,c)):(this._y=0,this._z=Math.atan2(l,r));break;case"ZYX":this._y=Math.asin(-St(d,-1,1)),Math.abs(d)<.9999999?(this._x=Math.atan2(u,f),this._z=Math.atan2(l,r)):(this._x=0,this._z=Math.atan2(-o,c));break;case"YZX":this._z=Math.asin(St(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(-h,c),this._y=Math.atan2(-d,r)):(this._x=0,this._y=Math.atan2(a,f));break;case"XZY":this._z=Math.asin(-St(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(u,c),this._y=Math.atan2(a,r)):(this._x=Math.atan2(-h,f),this._y=0);break;default:Je("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,i===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,i){return Um.makeRotationFromQuaternion(e),this.setFromRotationMatrix(Um,t,i)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return Om.setFromEuler(this),this.setFromQuaternion(Om,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};Ps.DEFAULT_ORDER="XYZ";var So=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},Nv=0,Fm=new $,io=new vi,Ms=new qt,Jl=new $,ga=new $,Uv=new $,Ov=new vi,Bm=new $(1,0,0),km=new $(0,1,0),zm=new $(0,0,1),Vm={type:"added"},Fv={type:"removed"},so={type:"childadded",child:null},ju={type:"childremoved",child:null},Jn=class n extends Hi{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:Nv++}),this.uuid=Io(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=n.DEFAULT_UP.clone();let e=new $,t=new Ps,i=new vi,s=new $(1,1,1);function r(){i.setFromEuler(t,!1)}function o(){t.setFromQuaternion(i,void 0,!1)}t._onChange(r),i._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:i},scale:{configurable:!0,enumerable:!0,value:s},modelViewMatrix:{value:new qt},normalMatrix:{value:new rt}}),this.matrix=new qt,this.matrixWorld=new qt,this.matrixAutoUpdate=n.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=n.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new So,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return io.setFromAxisAngle(e,t),this.quaternion.multiply(io),this}rotateOnWorldAxis(e,t){return io.setFromAxisAngle(e,t),this.quaternion.premultiply(io),this}rotateX(e){return this.rotateOnAxis(Bm,e)}rotateY(e){return this.rotateOnAxis(km,e)}rotateZ(e){return this.rotateOnAxis(zm,e)}translateOnAxis(e,t){return Fm.copy(e).applyQuaternion(this.quaternion),this.position.add(Fm.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(Bm,e)}translateY(e){return this.translateOnAxis(km,e)}translateZ(e){return this.translateOnAxis(zm,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(Ms.copy(this.matrixWorld).invert())}lookAt(e,t,i){e.isVector3?Jl.copy(e):Jl.set(e,t,i);let s=this.parent;this.updateWorldMatrix(!0,!1),ga.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?Ms.lookAt(ga,Jl,this.up):Ms.lookAt(Jl,ga,this.up),this.quaternion.setFromRotationMatrix(Ms),s&&(Ms.extractRotation(s.matrixWorld),io.setFromRotationMatrix(Ms),this.quaternion.premultiply(io.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(nt("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(Vm),so.child=e,this.dispatchEvent(so),so.child=null):nt("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let i=0;i<arguments.length;i++)this.remove(arguments[i]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(Fv),ju.child=e,this.dispatchEvent(ju),ju.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),Ms.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),Ms.multiply(e.parent.matrixWorld)),e.applyMatrix4(Ms),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(Vm),so.child=e,this.dispatchEvent(so),so.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let i=0,s=this.children.length;i<s;i++){let o=this.children[i].getObjectByProperty(e,t);if(o!==void 0)return o}}getObjectsByProperty(e,t,i=[]){this[e]===t&&i.push(this);let s=this.children;for(let r=0,o=s.length;r<o;r++)s[r].getObjectsByProperty(e,t,i);return i}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(ga,e,Uv),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(ga,Ov,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let i=0,s=t.length;i<s;i++)t[i].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let i=0,s=t.length;i<s;i++)t[i].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,i=e.y,s=e.z,r=this.matrix.elements;r[12]+=t-r[0]*t-r[4]*i-r[8]*s,r[13]+=i-r[1]*t-r[5]*i-r[9]*s,r[14]+=s-r[2]*t-r[6]*i-r[10]*s}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let i=0,s=t.length;i<s;i++)t[i].updateMatrixWorld(e)}updateWorldMatrix(e,t,i=!1){let s=this.parent;if(e===!0&&s!==null&&s.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||i)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,i=!0),t===!0){let r=this.children;for(let o=0,a=r.length;o<a;o++)r[o].updateWorldMatrix(!1,!0,i)}}toJSON(e){let t=e===void 0||typeof e=="string",i={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},i.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let s={};s.uuid=this.uuid,s.type=this.type,s.name=this.name,s.castShadow=this.castShadow,s.receiveShadow=this.receiveShadow,s.visible=this.visible,s.frustumCulled=this.frustumCulled,s.renderOrder=this.renderOrder,s.static=this.static,s.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(s.userData=this.userData),s.layers=this.layers.mask,s.matrix=this.matrix.toArray(),s.up=this.up.toArray(),this.pivot!==null&&(s.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(s.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(s.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(s.type="InstancedMesh",s.count=this.count,s.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(s.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(s.type="BatchedMesh",s.perObjectFrustumCulled=this.perObjectFrustumCulled,s.sortObjects=this.sortObjects,s.drawRanges=this._drawRanges,s.reservedRanges=this._reservedRanges,s.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),s.instanceInfo=this._instanceInfo.map(a=>({...a})),s.availableInstanceIds=this._availableInstanceIds.slice(),s.availableGeometryIds=this._availableGeometryIds.slice(),s.nextIndexStart=this._nextIndexStart,s.nextVertexStart=this._nextVertexStart,s.geometryCount=this._geometryCount,s.maxInstanceCount=this._maxInstanceCount,s.maxVertexCount=this._maxVertexCount,s.maxIndexCount=this._maxIndexCount,s.geometryInitialized=this._geometryInitialized,s.matricesTexture=this._matricesTexture.toJSON(e),s.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(s.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(s.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(s.boundingBox=this.boundingBox.toJSON()));function r(a,l){return a[l.uuid]===void 0&&(a[l.uuid]=l.toJSON(e)),l.uuid}if(this.isScene)this.background&&(this.background.isColor?s.background=this.background.toJSON():this.background.isTexture&&(s.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(s.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){s.geometry=r(e.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let l=a.shapes;if(Array.isArray(l))for(let c=0,h=l.length;c<h;c++){let d=l[c];r(e.shapes,d)}else r(e.shapes,l)}}if(this.isSkinnedMesh&&(s.bindMode=this.bindMode,s.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(r(e.skeletons,this.skeleton),s.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let l=0,c=this.material.length;l<c;l++)a.push(r(e.materials,this.material[l]));s.material=a}else s.material=r(e.materials,this.material);if(this.children.length>0){s.children=[];for(let a=0;a<this.children.length;a++)s.children.push(this.children[a].toJSON(e).object)}if(this.animations.length>0){s.animations=[];for(let a=0;a<this.animations.length;a++){let l=this.animations[a];s.animations.push(r(e.animations,l))}}if(t){let a=o(e.geometries),l=o(e.materials),c=o(e.textures),h=o(e.images),d=o(e.shapes),u=o(e.skeletons),f=o(e.animations),g=o(e.nodes);a.length>0&&(i.geometries=a),l.length>0&&(i.materials=l),c.length>0&&(i.textures=c),h.length>0&&(i.images=h),d.length>0&&(i.shapes=d),u.length>0&&(i.skeletons=u),f.length>0&&(i.animations=f),g.length>0&&(i.nodes=g)}return i.object=s,i;function o(a){let l=[];for(let c in a){let h=a[c];delete h.metadata,l.push(h)}return l}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let i=0;i<e.children.length;i++){let s=e.children[i];this.add(s.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};Jn.DEFAULT_UP=new $(0,1,0);Jn.DEFAULT_MATRIX_AUTO_UPDATE=!0;Jn.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var as=class extends Jn{constructor(){super(),this.isGroup=!0,this.type="Group"}},Bv={type:"move"},bo=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new as,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new as,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new $,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new $),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new as,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new $,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new $,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let i of e.hand.values())this._getHandJoint(t,i)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,i){let s=null,r=null,o=null,a=this._targetRay,l=this._grip,c=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(c&&e.hand){o=!0;for(let v of e.hand.values()){let m=t.getJointPose(v,i),p=this._getHandJoint(c,v);m!==null&&(p.matrix.fromArray(m.transform.matrix),p.matrix.decompose(p.position,p.quaternion,p.scale),p.matrixWorldNeedsUpdate=!0,p.jointRadius=m.radius),p.visible=m!==null}let h=c.joints["index-finger-tip"],d=c.joints["thumb-tip"],u=h.position.distanceTo(d.position),f=.02,g=.005;c.inputState.pinching&&u>f+g?(c.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!c.inputState.pinching&&u<=f-g&&(c.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else l!==null&&e.gripSpace&&(r=t.getPose(e.gripSpace,i),r!==null&&(l.matrix.fromArray(r.transform.matrix),l.matrix.decompose(l.position,l.quaternion,l.scale),l.matrixWorldNeedsUpdate=!0,r.linearVelocity?(l.hasLinearVelocity=!0,l.linearVelocity.copy(r.linearVelocity)):l.hasLinearVelocity=!1,r.angularVelocity?(l.hasAngularVelocity=!0,l.angularVelocity.copy(r.angularVelocity)):l.hasAngularVelocity=!1,l.eventsEnabled&&l.dispatchEvent({type:"gripUpdated",data:e,target:this})));a!==null&&(s=t.getPose(e.targetRaySpace,i),s===null&&r!==null&&(s=r),s!==null&&(a.matrix.fromArray(s.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,s.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(s.linearVelocity)):a.hasLinearVelocity=!1,s.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(s.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(Bv)))}return a!==null&&(a.visible=s!==null),l!==null&&(l.visible=r!==null),c!==null&&(c.visible=o!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let i=new as;i.matrixAutoUpdate=!1,i.visible=!1,e.joints[t.jointName]=i,e.add(i)}return e.joints[t.jointName]}},Xg={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},Ks={h:0,s:0,l:0},Kl={h:0,s:0,l:0};function Qu(n,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?n+(e-n)*6*t:t<1/2?e:t<2/3?n+(e-n)*6*(2/3-t):n}var bt=class{constructor(e,t,i){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,i)}set(e,t,i){if(t===void 0&&i===void 0){let s=e;s&&s.isColor?this.copy(s):typeof s=="number"?this.setHex(s):typeof s=="string"&&this.setStyle(s)}else this.setRGB(e,t,i);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=_i){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,Tt.colorSpaceToWorking(this,t),this}setRGB(e,t,i,s=Tt.workingColorSpace){return this.r=e,this.g=t,this.b=i,Tt.colorSpaceToWorking(this,s),this}setHSL(e,t,i,s=Tt.workingColorSpace){if(e=Zd(e,1),t=St(t,0,1),i=St(i,0,1),t===0)this.r=this.g=this.b=i;else{let r=i<=.5?i*(1+t):i+t-i*t,o=2*i-r;this.r=Qu(o,r,e+1/3),this.g=Qu(o,r,e),this.b=Qu(o,r,e-1/3)}return Tt.colorSpaceToWorking(this,s),this}setStyle(e,t=_i){function i(r){r!==void 0&&parseFloat(r)<1&&Je("Color: Alpha component of "+e+" will be ignored.")}let s;if(s=/^(\w+)\(([^\)]*)\)/.exec(e)){let r,o=s[1],a=s[2];switch(o){case"rgb":case"rgba":if(r=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(r[4]),this.setRGB(Math.min(255,parseInt(r[1],10))/255,Math.min(255,parseInt(r[2],10))/255,Math.min(255,parseInt(r[3],10))/255,t);if(r=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(r[4]),this.setRGB(Math.min(100,parseFloat(r[1]))/100,Math.min(100,parseFloat(r[2]))/100,Math.min(100,parseFloat(r[3]))/100,t);break;case"hsl":case"hsla":if(r=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(r[4]),this.setHSL(parseFloat(r[1])/360,parseFloat(r[2])/100,parseFloat(r[3])/100,t);break;default:Je("Color: Unknown color model "+e)}}else if(s=/^\#([A-Fa-f\d]+)$/.exec(e)){let r=s[1],o=r.length;if(o===3)return this.setRGB(parseInt(r.charAt(0),16)/15,parseInt(r.charAt(1),16)/15,parseInt(r.charAt(2),16)/15,t);if(o===6)return this.setHex(parseInt(r,16),t);Je("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=_i){let i=Xg[e.toLowerCase()];return i!==void 0?this.setHex(i,t):Je("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=Cs(e.r),this.g=Cs(e.g),this.b=Cs(e.b),this}copyLinearToSRGB(e){return this.r=mo(e.r),this.g=mo(e.g),this.b=mo(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=_i){return Tt.workingToColorSpace(Zn.copy(this),e),Math.round(St(Zn.r*255,0,255))*65536+Math.round(St(Zn.g*255,0,255))*256+Math.round(St(Zn.b*255,0,255))}getHexString(e=_i){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=Tt.workingColorSpace){Tt.workingToColorSpace(Zn.copy(this),t);let i=Zn.r,s=Zn.g,r=Zn.b,o=Math.max(i,s,r),a=Math.min(i,s,r),l,c,h=(a+o)/2;if(a===o)l=0,c=0;else{let d=o-a;switch(c=h<=.5?d/(o+a):d/(2-o-a),o){case i:l=(s-r)/d+(s<r?6:0);break;case s:l=(r-i)/d+2;break;case r:l=(i-s)/d+4;break}l/=6}return e.h=l,e.s=c,e.l=h,e}getRGB(e,t=Tt.workingColorSpace){return Tt.workingToColorSpace(Zn.copy(this),t),e.r=Zn.r,e.g=Zn.g,e.b=Zn.b,e}getStyle(e=_i){Tt.workingToColorSpace(Zn.copy(this),e);let t=Zn.r,i=Zn.g,s=Zn.b;return e!==_i?`color(${e} ${t.toFixed(3)} ${i.toFixed(3)} ${s.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(i*255)},${Math.round(s*255)})`}offsetHSL(e,t,i){return this.getHSL(Ks),this.setHSL(Ks.h+e,Ks.s+t,Ks.l+i)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,i){return this.r=e.r+(t.r-e.r)*i,this.g=e.g+(t.g-e.g)*i,this.b=e.b+(t.b-e.b)*i,this}lerpHSL(e,t){this.getHSL(Ks),e.getHSL(Kl);let i=Ma(Ks.h,Kl.h,t),s=Ma(Ks.s,Kl.s,t),r=Ma(Ks.l,Kl.l,t);return this.setHSL(i,s,r),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,i=this.g,s=this.b,r=e.elements;return this.r=r[0]*t+r[3]*i+r[6]*s,this.g=r[1]*t+r[4]*i+r[7]*s,this.b=r[2]*t+r[5]*i+r[8]*s,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},Zn=new bt;bt.NAMES=Xg;var Ra=class extends Jn{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new Ps,this.environmentIntensity=1,this.environmentRotation=new Ps,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},Vi=new $,ws=new $,ed=new $,Ts=new $,ro=new $,oo=new $,Gm=new $,td=new $,nd=new $,id=new $,sd=new tn,rd=new tn,od=new tn,tr=class n{constructor(e=new $,t=new $,i=new $){this.a=e,this.b=t,this.c=i}static getNormal(e,t,i,s){s.subVectors(i,t),Vi.subVectors(e,t),s.cross(Vi);let r=s.lengthSq();return r>0?s.multiplyScalar(1/Math.sqrt(r)):s.set(0,0,0)}static getBarycoord(e,t,i,s,r){Vi.subVectors(s,t),ws.subVectors(i,t),ed.subVectors(e,t);let o=Vi.dot(Vi),a=Vi.dot(ws),l=Vi.dot(ed),c=ws.dot(ws),h=ws.dot(ed),d=o*c-a*a;if(d===0)return r.set(0,0,0),null;let u=1/d,f=(c*l-a*h)*u,g=(o*h-a*l)*u;return r.set(1-f-g,g,f)}static containsPoint(e,t,i,s){return this.getBarycoord(e,t,i,s,Ts)===null?!1:Ts.x>=0&&Ts.y>=0&&Ts.x+Ts.y<=1}static getInterpolation(e,t,i,s,r,o,a,l){return this.getBarycoord(e,t,i,s,Ts)===null?(l.x=0,l.y=0,"z"in l&&(l.z=0),"w"in l&&(l.w=0),null):(l.setScalar(0),l.addScaledVector(r,Ts.x),l.addScaledVector(o,Ts.y),l.addScaledVector(a,Ts.z),l)}static getInterpolatedAttribute(e,t,i,s,r,o){return sd.setScalar(0),rd.setScalar(0),od.setScalar(0),sd.fromBufferAttribute(e,t),rd.fromBufferAttribute(e,i),od.fromBufferAttribute(e,s),o.setScalar(0),o.addScaledVector(sd,r.x),o.addScaledVector(rd,r.y),o.addScaledVector(od,r.z),o}static isFrontFacing(e,t,i,s){return Vi.subVectors(i,t),ws.subVectors(e,t),Vi.cross(ws).dot(s)<0}set(e,t,i){return this.a.copy(e),this.b.copy(t),this.c.copy(i),this}setFromPointsAndIndices(e,t,i,s){return this.a.copy(e[t]),this.b.copy(e[i]),this.c.copy(e[s]),this}setFromAttributeAndIndices(e,t,i,s){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,i),this.c.fromBufferAttribute(e,s),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return Vi.subVectors(this.c,this.b),ws.subVectors(this.a,this.b),Vi.cross(ws).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return n.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return n.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,i,s,r){return n.getInterpolation(e,this.a,this.b,this.c,t,i,s,r)}containsPoint(e){return n.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return n.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let i=this.a,s=this.b,r=this.c,o,a;ro.subVectors(s,i),oo.subVectors(r,i),td.subVectors(e,i);let l=ro.dot(td),c=oo.dot(td);if(l<=0&&c<=0)return t.copy(i);nd.subVectors(e,s);let h=ro.dot(nd),d=oo.dot(nd);if(h>=0&&d<=h)return t.copy(s);let u=l*d-h*c;if(u<=0&&l>=0&&h<=0&&l-h>0)return o=l/(l-h),t.copy(i).addScaledVector(ro,o);id.subVectors(e,r);let f=ro.dot(id),g=oo.dot(id);if(g>=0&&f<=g)return t.copy(r);let v=f*c-l*g;if(v<=0&&c>=0&&g<=0)return a=c/(c-g),t.copy(i).addScaledVector(oo,a);let m=h*g-f*d;if(m<=0&&d-h>=0&&f-g>=0)return Gm.subVectors(r,s),a=(d-h)/(d-h+(f-g)),t.copy(s).addScaledVector(Gm,a);let p=1/(m+v+u);return o=v*p,a=u*p,t.copy(i).addScaledVector(ro,o).addScaledVector(oo,a)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},ls=class{constructor(e=new $(1/0,1/0,1/0),t=new $(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,i=e.length;t<i;t+=3)this.expandByPoint(Gi.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,i=e.count;t<i;t++)this.expandByPoint(Gi.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,i=e.length;t<i;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let i=Gi.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(i),this.max.copy(e).add(i),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let i=e.geometry;if(i!==void 0){let r=i.getAttribute("position");if(t===!0&&r!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let o=0,a=r.count;o<a;o++)e.isMesh===!0?e.getVertexPosition(o,Gi):Gi.fromBufferAttribute(r,o),Gi.applyMatrix4(e.matrixWorld),this.expandByPoint(Gi);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),jl.copy(e.boundingBox)):(i.boundingBox===null&&i.computeBoundingBox(),jl.copy(i.boundingBox)),jl.applyMatrix4(e.matrixWorld),this.union(jl)}let s=e.children;for(let r=0,o=s.length;r<o;r++)this.expandByObject(s[r],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,Gi),Gi.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,i;return e.normal.x>0?(t=e.normal.x*this.min.x,i=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,i=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,i+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,i+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,i+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,i+=e.normal.z*this.min.z),t<=-e.constant&&i>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(_a),Ql.subVectors(this.max,_a),ao.subVectors(e.a,_a),lo.subVectors(e.b,_a),co.subVectors(e.c,_a),js.subVectors(lo,ao),Qs.subVectors(co,lo),br.subVectors(ao,co);let t=[0,-js.z,js.y,0,-Qs.z,Qs.y,0,-br.z,br.y,js.z,0,-js.x,Qs.z,0,-Qs.x,br.z,0,-br.x,-js.y,js.x,0,-Qs.y,Qs.x,0,-br.y,br.x,0];return!ad(t,ao,lo,co,Ql)||(t=[1,0,0,0,1,0,0,0,1],!ad(t,ao,lo,co,Ql))?!1:(ec.crossVectors(js,Qs),t=[ec.x,ec.y,ec.z],ad(t,ao,lo,co,Ql))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,Gi).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(Gi).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(Es[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),Es[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),Es[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),Es[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),Es[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),Es[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),Es[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),Es[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(Es),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},Es=[new $,new $,new $,new $,new $,new $,new $,new $],Gi=new $,jl=new ls,ao=new $,lo=new $,co=new $,js=new $,Qs=new $,br=new $,_a=new $,Ql=new $,ec=new $,Mr=new $;function ad(n,e,t,i,s){for(let r=0,o=n.length-3;r<=o;r+=3){Mr.fromArray(n,r);let a=s.x*Math.abs(Mr.x)+s.y*Math.abs(Mr.y)+s.z*Math.abs(Mr.z),l=e.dot(Mr),c=t.dot(Mr),h=i.dot(Mr);if(Math.max(-Math.max(l,c,h),Math.min(l,c,h))>a)return!1}return!0}var bn=new $,tc=new je,kv=0,yi=class extends Hi{constructor(e,t,i=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:kv++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=i,this.usage=Bg,this.updateRanges=[],this.gpuType=Xi,this.version=0,this._normalizationScale=e!==void 0?Kd(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,i){e*=this.itemSize,i*=t.itemSize;for(let s=0,r=this.itemSize;s<r;s++)this.array[e+s]=t.array[i+s];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,i=this.count;t<i;t++)tc.fromBufferAttribute(this,t),tc.applyMatrix3(e),this.setXY(t,tc.x,tc.y);else if(this.itemSize===3)for(let t=0,i=this.count;t<i;t++)bn.fromBufferAttribute(this,t),bn.applyMatrix3(e),this.setXYZ(t,bn.x,bn.y,bn.z);return this}applyMatrix4(e){for(let t=0,i=this.count;t<i;t++)bn.fromBufferAttribute(this,t),bn.applyMatrix4(e),this.setXYZ(t,bn.x,bn.y,bn.z);return this}applyNormalMatrix(e){for(let t=0,i=this.count;t<i;t++)bn.fromBufferAttribute(this,t),bn.applyNormalMatrix(e),this.setXYZ(t,bn.x,bn.y,bn.z);return this}transformDirection(e){for(let t=0,i=this.count;t<i;t++)bn.fromBufferAttribute(this,t),bn.transformDirection(e),this.setXYZ(t,bn.x,bn.y,bn.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let i=this.array[e*this.itemSize+t];return this.normalized&&(i=this._denormalize(i)),i}setComponent(e,t,i){return this.normalized&&(i=this._normalize(i)),this.array[e*this.itemSize+t]=i,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,i){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i)),this.array[e+0]=t,this.array[e+1]=i,this}setXYZ(e,t,i,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=i,this.array[e+2]=s,this}setXYZW(e,t,i,s,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i),s=this._normalize(s),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=i,this.array[e+2]=s,this.array[e+3]=r,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):Hg(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):Wg(e,this.array)}};var Pa=class extends yi{constructor(e,t,i){super(new Uint16Array(e),t,i)}};var Ia=class extends yi{constructor(e,t,i){super(new Uint32Array(e),t,i)}};var An=class extends yi{constructor(e,t,i){super(new Float32Array(e),t,i)}},zv=new ls,xa=new $,ld=new $,Is=class{constructor(e=new $,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let i=this.center;t!==void 0?i.copy(t):zv.setFromPoints(e).getCenter(i);let s=0;for(let r=0,o=e.length;r<o;r++)s=Math.max(s,i.distanceToSquared(e[r]));return this.radius=Math.sqrt(s),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let i=this.center.distanceToSquared(e);return t.copy(e),i>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;xa.subVectors(e,this.center);let t=xa.lengthSq();if(t>this.radius*this.radius){let i=Math.sqrt(t),s=(i-this.radius)*.5;this.center.addScaledVector(xa,s/i),this.radius+=s}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(ld.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(xa.copy(e.center).add(ld)),this.expandByPoint(xa.copy(e.center).sub(ld))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},Vv=0,Ii=new qt,cd=new Jn,ho=new $,gi=new ls,ya=new ls,zn=new $,bi=class n extends Hi{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:Vv++}),this.uuid=Io(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(dv(e)?Ia:Pa)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,i=0){this.groups.push({start:e,count:t,materialIndex:i})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let i=this.attributes.normal;if(i!==void 0){let r=new rt().getNormalMatrix(e);i.applyNormalMatrix(r),i.needsUpdate=!0}let s=this.attributes.tangent;return s!==void 0&&(s.transformDirection(e),s.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return Ii.makeRotationFromQuaternion(e),this.applyMatrix4(Ii),this}rotateX(e){return Ii.makeRotationX(e),this.applyMatrix4(Ii),this}rotateY(e){return Ii.makeRotationY(e),this.applyMatrix4(Ii),this}rotateZ(e){return Ii.makeRotationZ(e),this.applyMatrix4(Ii),this}translate(e,t,i){return Ii.makeTranslation(e,t,i),this.applyMatrix4(Ii),this}scale(e,t,i){return Ii.makeScale(e,t,i),this.applyMatrix4(Ii),this}lookAt(e){return cd.lookAt(e),cd.updateMatrix(),this.applyMatrix4(cd.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(ho).negate(),this.translate(ho.x,ho.y,ho.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let i=[];for(let s=0,r=e.length;s<r;s++){let o=e[s];i.push(o.x,o.y,o.z||0)}this.setAttribute("position",new An(i,3))}else{let i=Math.min(e.length,t.count);for(let s=0;s<i;s++){let r=e[s];t.setXYZ(s,r.x,r.y,r.z||0)}e.length>t.count&&Je("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new ls);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){nt("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new $(-1/0,-1/0,-1/0),new $(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let i=0,s=t.length;i<s;i++){let r=t[i];gi.setFromBufferAttribute(r),this.morphTargetsRelative?(zn.addVectors(this.boundingBox.min,gi.min),this.boundingBox.expandByPoint(zn),zn.addVectors(this.boundingBox.max,gi.max),this.boundingBox.expandByPoint(zn)):(this.boundingBox.expandByPoint(gi.min),this.boundingBox.expandByPoint(gi.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&nt('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Is);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){nt("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new $,1/0);return}if(e){let i=this.boundingSphere.center;if(gi.setFromBufferAttribute(e),t)for(let r=0,o=t.length;r<o;r++){let a=t[r];ya.setFromBufferAttribute(a),this.morphTargetsRelative?(zn.addVectors(gi.min,ya.min),gi.expandByPoint(zn),zn.addVectors(gi.max,ya.max),gi.expandByPoint(zn)):(gi.expandByPoint(ya.min),gi.expandByPoint(ya.max))}gi.getCenter(i);let s=0;for(let r=0,o=e.count;r<o;r++)zn.fromBufferAttribute(e,r),s=Math.max(s,i.distanceToSquared(zn));if(t)for(let r=0,o=t.length;r<o;r++){let a=t[r],l=this.morphTargetsRelative;for(let c=0,h=a.count;c<h;c++)zn.fromBufferAttribute(a,c),l&&(ho.fromBufferAttribute(e,c),zn.add(ho)),s=Math.max(s,i.distanceToSquared(zn))}this.boundingSphere.radius=Math.sqrt(s),isNaN(this.boundingSphere.radius)&&nt('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){nt("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let i=t.position,s=t.normal,r=t.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==i.count)&&(o=new yi(new Float32Array(4*i.count),4),this.setAttribute("tangent",o));let a=[],l=[],c=new Uint8Array(i.count);for(let V=0;V<i.count;V++)a[V]=new $,l[V]=new $;let h=new $,d=new $,u=new $,f=new je,g=new je,v=new je,m=new $,p=new $;function S(V,F,O){c[V]=c[F]=c[O]=1,h.fromBufferAttribute(i,V),d.fromBufferAttribute(i,F),u.fromBufferAttribute(i,O),f.fromBufferAttribute(r,V),g.fromBufferAttribute(r,F),v.fromBufferAttribute(r,O),d.sub(h),u.sub(h),g.sub(f),v.sub(f);let G=1/(g.x*v.y-v.x*g.y);isFinite(G)&&(m.copy(d).multiplyScalar(v.y).addScaledVector(u,-g.y).multiplyScalar(G),p.copy(u).multiplyScalar(g.x).addScaledVector(d,-v.x).multiplyScalar(G),a[V].add(m),a[F].add(m),a[O].add(m),l[V].add(p),l[F].add(p),l[O].add(p))}let P=this.groups;P.length===0&&(P=[{start:0,count:e.count}]);for(let V=0,F=P.length;V<F;++V){let O=P[V],G=O.start,X=O.count;for(let U=G,q=G+X;U<q;U+=3)S(e.getX(U+0),e.getX(U+1),e.getX(U+2))}let T=new $,L=new $,A=new $,x=new $;function E(V){A.fromBufferAttribute(s,V),x.copy(A);let F=a[V];T.copy(F),T.sub(A.multiplyScalar(A.dot(F))).normalize(),L.crossVectors(x,F);let G=L.dot(l[V])<0?-1:1;o.setXYZW(V,T.x,T.y,T.z,G)}for(let V=0,F=i.count;V<F;++V)c[V]&&E(V);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let i=this.getAttribute("normal");if(i===void 0||i.count!==t.count)i=new yi(new Float32Array(t.count*3),3),this.setAttribute("normal",i);else for(let u=0,f=i.count;u<f;u++)i.setXYZ(u,0,0,0);let s=new $,r=new $,o=new $,a=new $,l=new $,c=new $,h=new $,d=new $;if(e)for(let u=0,f=e.count;u<f;u+=3){let g=e.getX(u+0),v=e.getX(u+1),m=e.getX(u+2);s.fromBufferAttribute(t,g),r.fromBufferAttribute(t,v),o.fromBufferAttribute(t,m),h.subVectors(o,r),d.subVectors(s,r),h.cross(d),a.fromBufferAttribute(i,g),l.fromBufferAttribute(i,v),c.fromBufferAttribute(i,m),a.add(h),l.add(h),c.add(h),i.setXYZ(g,a.x,a.y,a.z),i.setXYZ(v,l.x,l.y,l.z),i.setXYZ(m,c.x,c.y,c.z)}else for(let u=0,f=t.count;u<f;u+=3)s.fromBufferAttribute(t,u+0),r.fromBufferAttribute(t,u+1),o.fromBufferAttribute(t,u+2),h.subVectors(o,r),d.subVectors(s,r),h.cross(d),i.setXYZ(u+0,h.x,h.y,h.z),i.setXYZ(u+1,h.x,h.y,h.z),i.setXYZ(u+2,h.x,h.y,h.z);this.normalizeNormals(),i.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,i=e.count;t<i;t++)zn.fromBufferAttribute(e,t),zn.normalize(),e.setXYZ(t,zn.x,zn.y,zn.z)}toNonIndexed(){function e(a,l){let c=a.array,h=a.itemSize,d=a.normalized,u=new c.constructor(l.length*h),f=0,g=0;for(let v=0,m=l.length;v<m;v++){a.isInterleavedBufferAttribute?f=l[v]*a.data.stride+a.offset:f=l[v]*h;for(let p=0;p<h;p++)u[g++]=c[f++]}return new yi(u,h,d)}if(this.index===null)return Je("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new n,i=this.index.array,s=this.attributes;for(let a in s){let l=s[a],c=e(l,i);t.setAttribute(a,c)}let r=this.morphAttributes;for(let a in r){let l=[],c=r[a];for(let h=0,d=c.length;h<d;h++){let u=c[h],f=e(u,i);l.push(f)}t.morphAttributes[a]=l}t.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,l=o.length;a<l;a++){let c=o[a];t.addGroup(c.start,c.count,c.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let l=this.parameters;for(let c in l)l[c]!==void 0&&(e[c]=l[c]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let i=this.attributes;for(let l in i){let c=i[l];e.data.attributes[l]=c.toJSON(e.data)}let s={},r=!1;for(let l in this.morphAttributes){let c=this.morphAttributes[l],h=[];for(let d=0,u=c.length;d<u;d++){let f=c[d];h.push(f.toJSON(e.data))}h.length>0&&(s[l]=h,r=!0)}r&&(e.data.morphAttributes=s,e.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(e.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(e.data.boundingSphere=a.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let i=e.index;i!==null&&this.setIndex(i.clone());let s=e.attributes;for(let c in s){let h=s[c];this.setAttribute(c,h.clone(t))}let r=e.morphAttributes;for(let c in r){let h=[],d=r[c];for(let u=0,f=d.length;u<f;u++)h.push(d[u].clone(t));this.morphAttributes[c]=h}this.morphTargetsRelative=e.morphTargetsRelative;let o=e.groups;for(let c=0,h=o.length;c<h;c++){let d=o[c];this.addGroup(d.start,d.count,d.materialIndex)}let a=e.boundingBox;a!==null&&(this.boundingBox=a.clone());let l=e.boundingSphere;return l!==null&&(this.boundingSphere=l.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var hd=new $,Gv=new $,Hv=new rt,xi=class{constructor(e=new $(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,i,s){return this.normal.set(e,t,i),this.constant=s,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,i){let s=hd.subVectors(i,t).cross(Gv.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(s,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,i=!0){let s=e.delta(hd),r=this.normal.dot(s);if(r===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let o=-(e.start.dot(this.normal)+this.constant)/r;return i===!0&&(o<0||o>1)?null:t.copy(e.start).addScaledVector(s,o)}intersectsLine(e){let t=this.distanceToPoint(e.start),i=this.distanceToPoint(e.end);return t<0&&i>0||i<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let i=t||Hv.getNormalMatrix(e),s=this.coplanarPoint(hd).applyMatrix4(e),r=this.normal.applyMatrix3(i).normalize();return this.constant=-s.dot(r),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},Wv=0,Ls=class extends Hi{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:Wv++}),this.uuid=Io(),this.name="",this.type="Material",this.blending=Co,this.side=cr,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=Ad,this.blendDst=Cd,this.blendEquation=Ar,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new bt(0,0,0),this.blendAlpha=0,this.depthFunc=go,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Lg,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=xc,this.stencilZFail=xc,this.stencilZPass=xc,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let i=e[t];if(i===void 0){Je(`Material: parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Je(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}s&&s.isColor?s.set(i):s&&s.isVector2&&i&&i.isVector2||s&&s.isEuler&&i&&i.isEuler||s&&s.isVector3&&i&&i.isVector3?s.copy(i):this[t]=i}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let i={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};i.uuid=this.uuid,i.type=this.type,i.blending=this.blending,i.side=this.side,i.shadowSide=this.shadowSide,i.vertexColors=this.vertexColors,i.opacity=this.opacity,i.transparent=this.transparent,i.blendSrc=this.blendSrc,i.blendDst=this.blendDst,i.blendEquation=this.blendEquation,i.blendSrcAlpha=this.blendSrcAlpha,i.blendDstAlpha=this.blendDstAlpha,i.blendEquationAlpha=this.blendEquationAlpha,i.blendColor=this.blendColor.getHex(),i.blendAlpha=this.blendAlpha,i.depthFunc=this.depthFunc,i.depthTest=this.depthTest,i.depthWrite=this.depthWrite,i.colorWrite=this.colorWrite,i.clipIntersection=this.clipIntersection,i.clipShadows=this.clipShadows,i.stencilWriteMask=this.stencilWriteMask,i.stencilFunc=this.stencilFunc,i.stencilRef=this.stencilRef,i.stencilFuncMask=this.stencilFuncMask,i.stencilFail=this.stencilFail,i.stencilZFail=this.stencilZFail,i.stencilZPass=this.stencilZPass,i.stencilWrite=this.stencilWrite,i.polygonOffset=this.polygonOffset,i.polygonOffsetFactor=this.polygonOffsetFactor,i.polygonOffsetUnits=this.polygonOffsetUnits,i.dithering=this.dithering,i.alphaTest=this.alphaTest,i.alphaHash=this.alphaHash,i.alphaToCoverage=this.alphaToCoverage,i.premultipliedAlpha=this.premultipliedAlpha,i.forceSinglePass=this.forceSinglePass,i.allowOverride=this.allowOverride,i.visible=this.visible,i.toneMapped=this.toneMapped,i.name=this.name,this.color&&this.color.isColor&&(i.color=this.color.getHex()),this.roughness!==void 0&&(i.roughness=this.roughness),this.metalness!==void 0&&(i.metalness=this.metalness),this.sheen!==void 0&&(i.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(i.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(i.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(i.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(i.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(i.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(i.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(i.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(i.shininess=this.shininess),this.clearcoat!==void 0&&(i.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(i.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(i.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(i.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(i.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(i.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(i.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,i.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(i.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(i.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(i.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(i.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(i.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(i.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(i.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(i.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(i.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(i.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(i.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(i.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(i.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(i.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(i.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(i.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(i.lightMap=this.lightMap.toJSON(e).uuid,i.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(i.aoMap=this.aoMap.toJSON(e).uuid,i.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(i.bumpMap=this.bumpMap.toJSON(e).uuid,i.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(i.normalMap=this.normalMap.toJSON(e).uuid,i.normalMapType=this.normalMapType,i.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(i.displacementMap=this.displacementMap.toJSON(e).uuid,i.displacementScale=this.displacementScale,i.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(i.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(i.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(i.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(i.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(i.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(i.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(i.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(i.combine=this.combine)),this.envMapRotation!==void 0&&(i.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(i.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(i.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(i.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(i.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(i.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(i.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(i.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(i.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(i.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(i.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(i.size=this.size),this.sizeAttenuation!==void 0&&(i.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(i.clippingPlanes=this.clippingPlanes.map(r=>r.toJSON())),this.rotation!==void 0&&(i.rotation=this.rotation),this.depthPacking!==void 0&&(i.depthPacking=this.depthPacking),this.linewidth!==void 0&&(i.linewidth=this.linewidth),this.linecap!==void 0&&(i.linecap=this.linecap),this.linejoin!==void 0&&(i.linejoin=this.linejoin),this.dashSize!==void 0&&(i.dashSize=this.dashSize),this.gapSize!==void 0&&(i.gapSize=this.gapSize),this.scale!==void 0&&(i.scale=this.scale),this.wireframe!==void 0&&(i.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(i.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(i.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(i.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(i.flatShading=this.flatShading),this.fog!==void 0&&(i.fog=this.fog),Object.keys(this.userData).length>0&&(i.userData=this.userData);function s(r){let o=[];for(let a in r){let l=r[a];delete l.metadata,o.push(l)}return o}if(t){let r=s(e.textures),o=s(e.images);r.length>0&&(i.textures=r),o.length>0&&(i.images=o)}return i}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new bt().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(i=>new xi().fromJSON(i))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let i=e.normalScale;Array.isArray(i)===!1&&(i=[i,i]),this.normalScale=new je().fromArray(i)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new je().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,i=null;if(t!==null){let s=t.length;i=new Array(s);for(let r=0;r!==s;++r)i[r]=t[r].clone()}return this.clippingPlanes=i,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var As=new $,ud=new $,nc=new $,ic=new $,nr=class{constructor(e=new $,t=new $(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,As)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let i=t.dot(this.direction);return i<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,i)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=As.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(As.copy(this.origin).addScaledVector(this.direction,t),As.distanceToSquared(e))}distanceSqToSegment(e,t,i,s){ud.copy(e).add(t).multiplyScalar(.5),nc.copy(t).sub(e).normalize(),ic.copy(this.origin).sub(ud);let r=e.distanceTo(t)*.5,o=-this.direction.dot(nc),a=ic.dot(this.direction),l=-ic.dot(nc),c=ic.lengthSq(),h=Math.abs(1-o*o),d,u,f,g;if(h>0)if(d=o*l-a,u=o*a-l,g=r*h,d>=0)if(u>=-g)if(u<=g){let v=1/h;d*=v,u*=v,f=d*(d+o*u+2*a)+u*(o*d+u+2*l)+c}else u=r,d=Math.max(0,-(o*u+a)),f=-d*d+u*(u+2*l)+c;else u=-r,d=Math.max(0,-(o*u+a)),f=-d*d+u*(u+2*l)+c;else u<=-g?(d=Math.max(0,-(-o*r+a)),u=d>0?-r:Math.min(Math.max(-r,-l),r),f=-d*d+u*(u+2*l)+c):u<=g?(d=0,u=Math.min(Math.max(-r,-l),r),f=u*(u+2*l)+c):(d=Math.max(0,-(o*r+a)),u=d>0?r:Math.min(Math.max(-r,-l),r),f=-d*d+u*(u+2*l)+c);else u=o>0?-r:r,d=Math.max(0,-(o*u+a)),f=-d*d+u*(u+2*l)+c;return i&&i.copy(this.origin).addScaledVector(this.direction,d),s&&s.copy(ud).addScaledVector(nc,u),f}intersectSphere(e,t){if(e.radius<0)return null;As.subVectors(e.center,this.origin);let i=As.dot(this.direction),s=As.dot(As)-i*i,r=e.radius*e.radius;if(s>r)return null;let o=Math.sqrt(r-s),a=i-o,l=i+o;return l<0?null:a<0?this.at(l,t):this.at(a,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let i=-(this.origin.dot(e.normal)+e.constant)/t;return i>=0?i:null}intersectPlane(e,t){let i=this.distanceToPlane(e);return i===null?null:this.at(i,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let i,s,r,o,a,l,c=1/this.direction.x,h=1/this.direction.y,d=1/this.direction.z,u=this.origin;return c>=0?(i=(e.min.x-u.x)*c,s=(e.max.x-u.x)*c):(i=(e.max.x-u.x)*c,s=(e.min.x-u.x)*c),h>=0?(r=(e.min.y-u.y)*h,o=(e.max.y-u.y)*h):(r=(e.max.y-u.y)*h,o=(e.min.y-u.y)*h),i>o||r>s||((r>i||isNaN(i))&&(i=r),(o<s||isNaN(s))&&(s=o),d>=0?(a=(e.min.z-u.z)*d,l=(e.max.z-u.z)*d):(a=(e.max.z-u.z)*d,l=(e.min.z-u.z)*d),i>l||a>s)||((a>i||i!==i)&&(i=a),(l<s||s!==s)&&(s=l),s<0)?null:this.at(i>=0?i:s,t)}intersectsBox(e){return this.intersectBox(e,As)!==null}intersectTriangle(e,t,i,s,r){let o=this.origin,a=this.direction,l=a.x,c=a.y,h=a.z,d=e.x-o.x,u=e.y-o.y,f=e.z-o.z,g=t.x-o.x,v=t.y-o.y,m=t.z-o.z,p=i.x-o.x,S=i.y-o.y,P=i.z-o.z,T=Math.abs(l),L=Math.abs(c),A=Math.abs(h),x,E,V,F,O,G,X,U,q,J,W,ue;if(T>=L&&T>=A?(V=l,G=d,q=g,ue=p,l>=0?(x=c,E=h,F=u,O=f,X=v,U=m,J=S,W=P):(x=h,E=c,F=f,O=u,X=m,U=v,J=P,W=S)):L>=A?(V=c,G=u,q=v,ue=S,c>=0?(x=h,E=l,F=f,O=d,X=m,U=g,J=P,W=p):(x=l,E=h,F=d,O=f,X=g,U=m,J=p,W=P)):(V=h,G=f,q=m,ue=P,h>=0?(x=l,E=c,F=d,O=u,X=g,U=v,J=p,W=S):(x=c,E=l,F=u,O=d,X=v,U=g,J=S,W=p)),V===0)return null;let Q=x/V,te=E/V,oe=1/V,pe=F-Q*G,fe=O-te*G,ne=X-Q*q,_e=U-te*q,ve=J-Q*ue,Re=W-te*ue,we=ve*_e-Re*ne,qe=pe*Re-fe*ve,ct=ne*fe-_e*pe;if(s){if(we<0||qe<0||ct<0)return null}else if((we<0||qe<0||ct<0)&&(we>0||qe>0||ct>0))return null;let We=we+qe+ct;if(We===0)return null;let _t=oe*(we*G+qe*q+ct*ue);return(We>0?_t<0:_t>0)?null:this.at(_t/We,r)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},Lc=class extends Ls{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new bt(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Ps,this.combine=eh,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},Hm=new qt,wr=new nr,sc=new Is,Wm=new $,rc=new $,oc=new $,ac=new $,dd=new $,lc=new $,Xm=new $,cc=new $,Mi=class extends Jn{constructor(e=new bi,t=new Lc){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,i=Object.keys(t);if(i.length>0){let s=t[i[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}getVertexPosition(e,t){let i=this.geometry,s=i.attributes.position,r=i.morphAttributes.position,o=i.morphTargetsRelative;t.fromBufferAttribute(s,e);let a=this.morphTargetInfluences;if(r&&a){lc.set(0,0,0);for(let l=0,c=r.length;l<c;l++){let h=a[l],d=r[l];h!==0&&(dd.fromBufferAttribute(d,e),o?lc.addScaledVector(dd,h):lc.addScaledVector(dd.sub(t),h))}t.add(lc)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let i=this.geometry,s=this.material,r=this.matrixWorld;s!==void 0&&(i.boundingSphere===null&&i.computeBoundingSphere(),sc.copy(i.boundingSphere),sc.applyMatrix4(r),wr.copy(e.ray).recast(e.near),!(sc.containsPoint(wr.origin)===!1&&(wr.intersectSphere(sc,Wm)===null||wr.origin.distanceToSquared(Wm)>(e.far-e.near)**2))&&(Hm.copy(r).invert(),wr.copy(e.ray).applyMatrix4(Hm),!(i.boundingBox!==null&&wr.intersectsBox(i.boundingBox)===!1)&&this._computeIntersections(e,t,wr)))}_computeIntersections(e,t,i){let s,r=this.geometry,o=this.material,a=r.index,l=r.attributes.position,c=r.attributes.uv,h=r.attributes.uv1,d=r.attributes.normal,u=r.groups,f=r.drawRange;if(a!==null)if(Array.isArray(o))for(let g=0,v=u.length;g<v;g++){let m=u[g],p=o[m.materialIndex],S=Math.max(m.start,f.start),P=Math.min(a.count,Math.min(m.start+m.count,f.start+f.count));for(let T=S,L=P;T<L;T+=3){let A=a.getX(T),x=a.getX(T+1),E=a.getX(T+2);s=hc(this,p,e,i,c,h,d,A,x,E),s&&(s.faceIndex=Math.floor(T/3),s.face.materialIndex=m.materialIndex,t.push(s))}}else{let g=Math.max(0,f.start),v=Math.min(a.count,f.start+f.count);for(let m=g,p=v;m<p;m+=3){let S=a.getX(m),P=a.getX(m+1),T=a.getX(m+2);s=hc(this,o,e,i,c,h,d,S,P,T),s&&(s.faceIndex=Math.floor(m/3),t.push(s))}}else if(l!==void 0)if(Array.isArray(o))for(let g=0,v=u.length;g<v;g++){let m=u[g],p=o[m.materialIndex],S=Math.max(m.start,f.start),P=Math.min(l.count,Math.min(m.start+m.count,f.start+f.count));for(let T=S,L=P;T<L;T+=3){let A=T,x=T+1,E=T+2;s=hc(this,p,e,i,c,h,d,A,x,E),s&&(s.faceIndex=Math.floor(T/3),s.face.materialIndex=m.materialIndex,t.push(s))}}else{let g=Math.max(0,f.start),v=Math.min(l.count,f.start+f.count);for(let m=g,p=v;m<p;m+=3){let S=m,P=m+1,T=m+2;s=hc(this,o,e,i,c,h,d,S,P,T),s&&(s.faceIndex=Math.floor(m/3),t.push(s))}}}};function Xv(n,e,t,i,s,r,o,a){let l;if(e.side===ri?l=i.intersectTriangle(o,r,s,!0,a):l=i.intersectTriangle(s,r,o,e.side===cr,a),l===null)return null;cc.copy(a),cc.applyMatrix4(n.matrixWorld);let c=t.ray.origin.distanceTo(cc);return c<t.near||c>t.far?null:{distance:c,point:cc.clone(),object:n}}function hc(n,e,t,i,s,r,o,a,l,c){n.getVertexPosition(a,rc),n.getVertexPosition(l,oc),n.getVertexPosition(c,ac);let h=Xv(n,e,t,i,rc,oc,ac,Xm);if(h){let d=new $;tr.getBarycoord(Xm,rc,oc,ac,d),s&&(h.uv=tr.getInterpolatedAttribute(s,a,l,c,d,new je)),r&&(h.uv1=tr.getInterpolatedAttribute(r,a,l,c,d,new je)),o&&(h.normal=tr.getInterpolatedAttribute(o,a,l,c,d,new $),h.normal.dot(i.direction)>0&&h.normal.multiplyScalar(-1));let u={a,b:l,c,normal:new $,materialIndex:0};tr.getNormal(rc,oc,ac,u.normal),h.face=u,h.barycoord=d}return h}var Dc=class extends li{constructor(e=null,t=1,i=1,s,r,o,a,l,c=Vn,h=Vn,d,u){super(null,o,a,l,c,h,s,r,d,u),this.isDataTexture=!0,this.image={data:e,width:t,height:i},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var Tr=new Is,qv=new je(.5,.5),uc=new $,ir=class{constructor(e=new xi,t=new xi,i=new xi,s=new xi,r=new xi,o=new xi){this.planes=[e,t,i,s,r,o]}set(e,t,i,s,r,o){let a=this.planes;return a[0].copy(e),a[1].copy(t),a[2].copy(i),a[3].copy(s),a[4].copy(r),a[5].copy(o),this}copy(e){let t=this.planes;for(let i=0;i<6;i++)t[i].copy(e.planes[i]);return this}setFromProjectionMatrix(e,t=Li,i=!1){let s=this.planes,r=e.elements,o=r[0],a=r[1],l=r[2],c=r[3],h=r[4],d=r[5],u=r[6],f=r[7],g=r[8],v=r[9],m=r[10],p=r[11],S=r[12],P=r[13],T=r[14],L=r[15];if(s[0].setComponents(c-o,f-h,p-g,L-S).normalize(),s[1].setComponents(c+o,f+h,p+g,L+S).normalize(),s[2].setComponents(c+a,f+d,p+v,L+P).normalize(),s[3].setComponents(c-a,f-d,p-v,L-P).normalize(),i)s[4].setComponents(l,u,m,T).normalize(),s[5].setComponents(c-l,f-u,p-m,L-T).normalize();else if(s[4].setComponents(c-l,f-u,p-m,L-T).normalize(),t===Li)s[5].setComponents(c+l,f+u,p+m,L+T).normalize();else if(t===_o)s[5].setComponents(l,u,m,T).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),Tr.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),Tr.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(Tr)}intersectsSprite(e){Tr.center.set(0,0,0);let t=qv.distanceTo(e.center);return Tr.radius=.7071067811865476+t,Tr.applyMatrix4(e.matrixWorld),this.intersectsSphere(Tr)}intersectsSphere(e){let t=this.planes,i=e.center,s=-e.radius;for(let r=0;r<6;r++)if(t[r].distanceToPoint(i)<s)return!1;return!0}intersectsBox(e){let t=this.planes;for(let i=0;i<6;i++){let s=t[i];if(uc.x=s.normal.x>0?e.max.x:e.min.x,uc.y=s.normal.y>0?e.max.y:e.min.y,uc.z=s.normal.z>0?e.max.z:e.min.z,s.distanceToPoint(uc)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let i=0;i<6;i++)if(t[i].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},qm=new qt,Nc=class n{constructor(){this.coordinateSystem=Li,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,i=this._frustums;for(let s=0;s<t.length;s++){let r=t[s];qm.multiplyMatrices(r.projectionMatrix,r.matrixWorldInverse),i[s]===void 0&&(i[s]=new ir),i[s].setFromProjectionMatrix(qm,r.coordinateSystem,r.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,i=e._frustums;for(let s=0;s<e._count;s++)t[s]===void 0&&(t[s]=new ir),t[s].copy(i[s]);return this._count=e._count,this}clone(){return new n().copy(this)}};var La=class extends Ls{constructor(e){super(),this.isLineBasicMaterial=!0,this.type="LineBasicMaterial",this.color=new bt(16777215),this.map=null,this.linewidth=1,this.linecap="round",this.linejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.linewidth=e.linewidth,this.linecap=e.linecap,this.linejoin=e.linejoin,this.fog=e.fog,this}},Uc=new $,Oc=new $,Ym=new qt,va=new nr,dc=new Is,fd=new $,$m=new $,Fc=class extends Jn{constructor(e=new bi,t=new La){super(),this.isLine=!0,this.type="Line",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,i=[0];for(let s=1,r=t.count;s<r;s++)Uc.fromBufferAttribute(t,s-1),Oc.fromBufferAttribute(t,s),i[s]=i[s-1],i[s]+=Uc.distanceTo(Oc);e.setAttribute("lineDistance",new An(i,1))}else Je("Line.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let i=this.geometry,s=this.matrixWorld,r=e.params.Line.threshold,o=i.drawRange;if(i.boundingSphere===null&&i.computeBoundingSphere(),dc.copy(i.boundingSphere),dc.applyMatrix4(s),dc.radius+=r,e.ray.intersectsSphere(dc)===!1)return;Ym.copy(s).invert(),va.copy(e.ray).applyMatrix4(Ym);let a=r/((this.scale.x+this.scale.y+this.scale.z)/3),l=a*a,c=this.isLineSegments?2:1,h=i.index,u=i.attributes.position;if(h!==null){let f=Math.max(0,o.start),g=Math.min(h.count,o.start+o.count);for(let v=f,m=g-1;v<m;v+=c){let p=h.getX(v),S=h.getX(v+1),P=fc(this,e,va,l,p,S,v);P&&t.push(P)}if(this.isLineLoop){let v=h.getX(g-1),m=h.getX(f),p=fc(this,e,va,l,v,m,g-1);p&&t.push(p)}}else{let f=Math.max(0,o.start),g=Math.min(u.count,o.start+o.count);for(let v=f,m=g-1;v<m;v+=c){let p=fc(this,e,va,l,v,v+1,v);p&&t.push(p)}if(this.isLineLoop){let v=fc(this,e,va,l,g-1,f,g-1);v&&t.push(v)}}}updateMorphTargets(){let t=this.geometry.morphAttributes,i=Object.keys(t);if(i.length>0){let s=t[i[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}};function fc(n,e,t,i,s,r,o){let a=n.geometry.attributes.position;if(Uc.fromBufferAttribute(a,s),Oc.fromBufferAttribute(a,r),t.distanceSqToSegment(Uc,Oc,fd,$m)>i)return;fd.applyMatrix4(n.matrixWorld);let c=e.ray.origin.distanceTo(fd);if(!(c<e.near||c>e.far))return{distance:c,point:$m.clone().applyMatrix4(n.matrixWorld),index:o,face:null,faceIndex:null,barycoord:null,object:n}}var Zm=new $,Jm=new $,Bc=class extends Fc{constructor(e,t){super(e,t),this.isLineSegments=!0,this.type="LineSegments"}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,i=[];for(let s=0,r=t.count;s<r;s+=2)Zm.fromBufferAttribute(t,s),Jm.fromBufferAttribute(t,s+1),i[s]=s===0?0:i[s-1],i[s+1]=i[s]+Zm.distanceTo(Jm);e.setAttribute("lineDistance",new An(i,1))}else Je("LineSegments.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}};var Da=class extends li{constructor(e=[],t=Cr,i,s,r,o,a,l,c,h){super(e,t,i,s,r,o,a,l,c,h),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}};var Ds=class extends li{constructor(e,t,i=Wi,s,r,o,a=Vn,l=Vn,c,h=Rs,d=1){if(h!==Rs&&h!==Us)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let u={width:e,height:t,depth:d};super(u,s,r,o,a,l,h,i,c),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new vo(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},Na=class extends Ds{constructor(e,t=Wi,i=Cr,s,r,o=Vn,a=Vn,l,c=Rs){let h={width:e,height:e,depth:1},d=[h,h,h,h,h,h];super(e,e,t,i,s,r,o,a,l,c),this.image=d,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},Ua=class extends li{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},Mo=class n extends bi{constructor(e=1,t=1,i=1,s=1,r=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:i,widthSegments:s,heightSegments:r,depthSegments:o};let a=this;s=Math.floor(s),r=Math.floor(r),o=Math.floor(o);let l=[],c=[],h=[],d=[],u=0,f=0;g("z","y","x",-1,-1,i,t,e,o,r,0),g("z","y","x",1,-1,i,t,-e,o,r,1),g("x","z","y",1,1,e,i,t,s,o,2),g("x","z","y",1,-1,e,i,-t,s,o,3),g("x","y","z",1,-1,e,t,i,s,r,4),g("x","y","z",-1,-1,e,t,-i,s,r,5),this.setIndex(l),this.setAttribute("position",new An(c,3)),this.setAttribute("normal",new An(h,3)),this.setAttribute("uv",new An(d,2));function g(v,m,p,S,P,T,L,A,x,E,V){let F=T/x,O=L/E,G=T/2,X=L/2,U=A/2,q=x+1,J=E+1,W=0,ue=0,Q=new $;for(let te=0;te<J;te++){let oe=te*O-X;for(let pe=0;pe<q;pe++){let fe=pe*F-G;Q[v]=fe*S,Q[m]=oe*P,Q[p]=U,c.push(Q.x,Q.y,Q.z),Q[v]=0,Q[m]=0,Q[p]=A>0?1:-1,h.push(Q.x,Q.y,Q.z),d.push(pe/x),d.push(1-te/E),W+=1}}for(let te=0;te<E;te++)for(let oe=0;oe<x;oe++){let pe=u+oe+q*te,fe=u+oe+q*(te+1),ne=u+(oe+1)+q*(te+1),_e=u+(oe+1)+q*te;l.push(pe,fe,_e),l.push(fe,ne,_e),ue+=6}a.addGroup(f,ue,V),f+=ue,u+=W}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}};var Oa=class n extends bi{constructor(e=1,t=1,i=1,s=32,r=1,o=!1,a=0,l=Math.PI*2){super(),this.type="CylinderGeometry",this.parameters={radiusTop:e,radiusBottom:t,height:i,radialSegments:s,heightSegments:r,openEnded:o,thetaStart:a,thetaLength:l};let c=this;s=Math.floor(s),r=Math.floor(r);let h=[],d=[],u=[],f=[],g=0,v=[],m=i/2,p=0;S(),o===!1&&(e>0&&P(!0),t>0&&P(!1)),this.setIndex(h),this.setAttribute("position",new An(d,3)),this.setAttribute("normal",new An(u,3)),this.setAttribute("uv",new An(f,2));function S(){let T=new $,L=new $,A=0,x=(t-e)/i;for(let E=0;E<=r;E++){let V=[],F=E/r,O=F*(t-e)+e;for(let G=0;G<=s;G++){let X=G/s,U=X*l+a,q=Math.sin(U),J=Math.cos(U);L.x=O*q,L.y=-F*i+m,L.z=O*J,d.push(L.x,L.y,L.z),T.set(q,x,J).normalize(),u.push(T.x,T.y,T.z),f.push(X,1-F),V.push(g++)}v.push(V)}for(let E=0;E<s;E++)for(let V=0;V<r;V++){let F=v[V][E],O=v[V+1][E],G=v[V+1][E+1],X=v[V][E+1];(e>0||V!==0)&&(h.push(F,O,X),A+=3),(t>0||V!==r-1)&&(h.push(O,G,X),A+=3)}c.addGroup(p,A,0),p+=A}function P(T){let L=g,A=new je,x=new $,E=0,V=T===!0?e:t,F=T===!0?1:-1;for(let G=1;G<=s;G++)d.push(0,m*F,0),u.push(0,F,0),f.push(.5,.5),g++;let O=g;for(let G=0;G<=s;G++){let U=G/s*l+a,q=Math.cos(U),J=Math.sin(U);x.x=V*J,x.y=m*F,x.z=V*q,d.push(x.x,x.y,x.z),u.push(0,F,0),A.x=q*.5+.5,A.y=J*.5*F+.5,f.push(A.x,A.y),g++}for(let G=0;G<s;G++){let X=L+G,U=O+G;T===!0?h.push(U,U+1,X):h.push(U+1,U,X),E+=3}c.addGroup(p,E,T===!0?1:2),p+=E}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.radiusTop,e.radiusBottom,e.height,e.radialSegments,e.heightSegments,e.openEnded,e.thetaStart,e.thetaLength)}};var Fa=class n extends bi{constructor(e=1,t=1,i=1,s=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:i,heightSegments:s};let r=e/2,o=t/2,a=Math.floor(i),l=Math.floor(s),c=a+1,h=l+1,d=e/a,u=t/l,f=[],g=[],v=[],m=[];for(let p=0;p<h;p++){let S=p*u-o;for(let P=0;P<c;P++){let T=P*d-r;g.push(T,-S,0),v.push(0,0,1),m.push(P/a),m.push(1-p/l)}}for(let p=0;p<l;p++)for(let S=0;S<a;S++){let P=S+c*p,T=S+c*(p+1),L=S+1+c*(p+1),A=S+1+c*p;f.push(P,T,A),f.push(T,L,A)}this.setIndex(f),this.setAttribute("position",new An(g,3)),this.setAttribute("normal",new An(v,3)),this.setAttribute("uv",new An(m,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.width,e.height,e.widthSegments,e.heightSegments)}};function Pr(n){let e={};for(let t in n){e[t]={};for(let i in n[t]){let s=n[t][i];if(Km(s))s.isRenderTargetTexture?(Je("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][i]=null):e[t][i]=s.clone();else if(Array.isArray(s))if(Km(s[0])){let r=[];for(let o=0,a=s.length;o<a;o++)r[o]=s[o].clone();e[t][i]=r}else e[t][i]=s.slice();else e[t][i]=s}}return e}function Kn(n){let e={};for(let t=0;t<n.length;t++){let i=Pr(n[t]);for(let s in i)e[s]=i[s]}return e}function Km(n){return n&&(n.isColor||n.isMatrix3||n.isMatrix4||n.isVector2||n.isVector3||n.isVector4||n.isTexture||n.isQuaternion)}function Yv(n){let e=[];for(let t=0;t<n.length;t++)e.push(n[t].clone());return e}function Qd(n){let e=n.getRenderTarget();return e===null?n.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:Tt.workingColorSpace}var qg={clone:Pr,merge:Kn},$v=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,Zv=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,cs=class extends Ls{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=$v,this.fragmentShader=Zv,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=Pr(e.uniforms),this.uniformsGroups=Yv(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let s in this.uniforms){let o=this.uniforms[s].value;o&&o.isTexture?t.uniforms[s]={type:"t",value:o.toJSON(e).uuid}:o&&o.isColor?t.uniforms[s]={type:"c",value:o.getHex()}:o&&o.isVector2?t.uniforms[s]={type:"v2",value:o.toArray()}:o&&o.isVector3?t.uniforms[s]={type:"v3",value:o.toArray()}:o&&o.isVector4?t.uniforms[s]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?t.uniforms[s]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?t.uniforms[s]={type:"m4",value:o.toArray()}:t.uniforms[s]={value:o}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let i={};for(let s in this.extensions)this.extensions[s]===!0&&(i[s]=!0);return Object.keys(i).length>0&&(t.extensions=i),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let i in e.uniforms){let s=e.uniforms[i];switch(this.uniforms[i]={},s.type){case"t":this.uniforms[i].value=t[s.value]||null;break;case"c":this.uniforms[i].value=new bt().setHex(s.value);break;case"v2":this.uniforms[i].value=new je().fromArray(s.value);break;case"v3":this.uniforms[i].value=new $().fromArray(s.value);break;case"v4":this.uniforms[i].value=new tn().fromArray(s.value);break;case"m3":this.uniforms[i].value=new rt().fromArray(s.value);break;case"m4":this.uniforms[i].value=new qt().fromArray(s.value);break;default:this.uniforms[i].value=s.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let i in e.extensions)this.extensions[i]=e.extensions[i];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},kc=class extends cs{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var wo=class extends Ls{constructor(e){super(),this.isMeshLambertMaterial=!0,this.type="MeshLambertMaterial",this.color=new bt(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.emissive=new bt(0),this.emissiveIntensity=1,this.emissiveMap=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=zh,this.normalScale=new je(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Ps,this.combine=eh,this.reflectivity=1,this.envMapIntensity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.emissive.copy(e.emissive),this.emissiveMap=e.emissiveMap,this.emissiveIntensity=e.emissiveIntensity,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.envMapIntensity=e.envMapIntensity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.flatShading=e.flatShading,this.fog=e.fog,this}},zc=class extends Ls{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=Pg,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},Vc=class extends Ls{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function uo(n,e){return!n||n.constructor===e?n:typeof e.BYTES_PER_ELEMENT=="number"?new e(n):Array.prototype.slice.call(n)}function pc(n){return n!==void 0&&n.inTangents!==void 0&&n.outTangents!==void 0}var sr=class{constructor(e,t,i,s){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=s!==void 0?s:new t.constructor(i),this.sampleValues=t,this.valueSize=i,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,i=this._cachedIndex,s=t[i],r=t[i-1];n:{e:{let o;t:{i:if(!(e<s)){for(let a=i+2;;){if(s===void 0){if(e<r)break i;return i=t.length,this._cachedIndex=i,this.copySampleValue_(i-1)}if(i===a)break;if(r=s,s=t[++i],e<s)break e}o=t.length;break t}if(!(e>=r)){let a=t[1];e<a&&(i=2,r=a);for(let l=i-2;;){if(r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(i===l)break;if(s=r,r=t[--i-1],e>=r)break e}o=i,i=0;break t}break n}for(;i<o;){let a=i+o>>>1;e<t[a]?o=a:i=a+1}if(s=t[i],r=t[i-1],r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(s===void 0)return i=t.length,this._cachedIndex=i,this.copySampleValue_(i-1)}this._cachedIndex=i,this.intervalChanged_(i,r,s)}return this.interpolate_(i,r,e,s)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,i=this.sampleValues,s=this.valueSize,r=e*s;for(let o=0;o!==s;++o)t[o]=i[r+o];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},Gc=class extends sr{constructor(e,t,i,s){super(e,t,i,s),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:gd,endingEnd:gd}}intervalChanged_(e,t,i){let s=this.parameterPositions,r=e-2,o=e+1,a=s[r],l=s[o];if(a===void 0)switch(this.getSettings_().endingStart){case _d:r=e,a=2*t-i;break;case xd:r=s.length-2,a=t+s[r]-s[r+1];break;default:r=e,a=i}if(l===void 0)switch(this.getSettings_().endingEnd){case _d:o=e,l=2*i-t;break;case xd:o=1,l=i+s[1]-s[0];break;default:o=e-1,l=t}let c=(i-t)*.5,h=this.valueSize;this._weightPrev=c/(t-a),this._weightNext=c/(l-i),this._offsetPrev=r*h,this._offsetNext=o*h}interpolate_(e,t,i,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=this._offsetPrev,d=this._offsetNext,u=this._weightPrev,f=this._weightNext,g=(i-t)/(s-t),v=g*g,m=v*g,p=-u*m+2*u*v-u*g,S=(1+u)*m+(-1.5-2*u)*v+(-.5+u)*g+1,P=(-1-f)*m+(1.5+f)*v+.5*g,T=f*m-f*v;for(let L=0;L!==a;++L)r[L]=p*o[h+L]+S*o[c+L]+P*o[l+L]+T*o[d+L];return r}},Hc=class extends sr{constructor(e,t,i,s){super(e,t,i,s)}interpolate_(e,t,i,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=(i-t)/(s-t),d=1-h;for(let u=0;u!==a;++u)r[u]=o[c+u]*d+o[l+u]*h;return r}},Wc=class extends sr{constructor(e,t,i,s){super(e,t,i,s)}interpolate_(e){return this.copySampleValue_(e-1)}},Xc=class extends sr{interpolate_(e,t,i,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=this.inTangents,d=this.outTangents;if(!h||!d){let g=(i-t)/(s-t),v=1-g;for(let m=0;m!==a;++m)r[m]=o[c+m]*v+o[l+m]*g;return r}let u=a*2,f=e-1;for(let g=0;g!==a;++g){let v=o[c+g],m=o[l+g],p=f*u+g*2,S=d[p],P=d[p+1],T=e*u+g*2,L=h[T],A=h[T+1],x=Kv(i,t,S,L,s);r[g]=Yg(x,v,P,A,m)}return r}};function Yg(n,e,t,i,s){let r=1-n;return r*r*r*e+3*r*r*n*t+3*r*n*n*i+n*n*n*s}function Jv(n,e,t,i,s){let r=1-n;return 3*r*r*(t-e)+6*r*n*(i-t)+3*n*n*(s-i)}function Kv(n,e,t,i,s){let r=(n-e)/(s-e);for(let o=0;o<8;o++){let a=Yg(r,e,t,i,s)-n;if(Math.abs(a)<1e-10)break;let l=Jv(r,e,t,i,s);if(Math.abs(l)<1e-10)break;r=Math.max(0,Math.min(1,r-a/l))}return r}var wi=class{constructor(e,t,i,s){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=uo(t,this.TimeBufferType),this.values=uo(i,this.ValueBufferType),this.setInterpolation(s||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,i;if(t.toJSON!==this.toJSON)i=t.toJSON(e);else{i={name:e.name,times:uo(e.times,Array),values:uo(e.values,Array)};let s=e.getInterpolation();s!==e.DefaultInterpolation&&(i.interpolation=s),pc(e.settings)&&(i.settings={inTangents:uo(e.settings.inTangents,Array),outTangents:uo(e.settings.outTangents,Array)})}return i.type=e.ValueTypeName,i}InterpolantFactoryMethodDiscrete(e){return new Wc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new Hc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new Gc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new Xc(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case wa:t=this.InterpolantFactoryMethodDiscrete;break;case Cc:t=this.InterpolantFactoryMethodLinear;break;case _c:t=this.InterpolantFactoryMethodSmooth;break;case md:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let i="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(i);return Je("KeyframeTrack:",i),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return wa;case this.InterpolantFactoryMethodLinear:return Cc;case this.InterpolantFactoryMethodSmooth:return _c;case this.InterpolantFactoryMethodBezier:return md}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let i=0,s=t.length;i!==s;++i)t[i]+=e;pc(this.settings)&&(jm(this.settings.inTangents,e),jm(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let i=0,s=t.length;i!==s;++i)t[i]*=e;pc(this.settings)&&(Qm(this.settings.inTangents,e),Qm(this.settings.outTangents,e))}return this}trim(e,t){let i=this.times,s=i.length,r=0,o=s-1;for(;r!==s&&i[r]<e;)++r;for(;o!==-1&&i[o]>t;)--o;if(++o,r!==0||o!==s){r>=o&&(o=Math.max(o,1),r=o-1);let a=this.getValueSize();this.times=i.slice(r,o),this.values=this.values.slice(r*a,o*a)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(nt("KeyframeTrack: Invalid value size in track.",this),e=!1);let i=this.times,s=this.values,r=i.length;r===0&&(nt("KeyframeTrack: Track is empty.",this),e=!1);let o=null;for(let a=0;a!==r;a++){let l=i[a];if(typeof l=="number"&&isNaN(l)){nt("KeyframeTrack: Time is not a valid number.",this,a,l),e=!1;break}if(o!==null&&o>l){nt("KeyframeTrack: Out of order keys.",this,a,l,o),e=!1;break}o=l}if(s!==void 0&&fv(s))for(let a=0,l=s.length;a!==l;++a){let c=s[a];if(isNaN(c)){nt("KeyframeTrack: Value is not a valid number.",this,a,c),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),i=this.getValueSize(),s=this.getInterpolation()===_c,r=e.length-1,o=1;for(let a=1;a<r;++a){let l=!1,c=e[a],h=e[a+1];if(c!==h&&(a!==1||c!==e[0]))if(s)l=!0;else{let d=a*i,u=d-i,f=d+i;for(let g=0;g!==i;++g){let v=t[d+g];if(v!==t[u+g]||v!==t[f+g]){l=!0;break}}}if(l){if(a!==o){e[o]=e[a];let d=a*i,u=o*i;for(let f=0;f!==i;++f)t[u+f]=t[d+f]}++o}}if(r>0){e[o]=e[r];for(let a=r*i,l=o*i,c=0;c!==i;++c)t[l+c]=t[a+c];++o}return o!==e.length?(this.times=e.slice(0,o),this.values=t.slice(0,o*i)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),i=this.constructor,s=new i(this.name,e,t);return s.createInterpolant=this.createInterpolant,pc(this.settings)&&(s.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),s}};function jm(n,e){for(let t=0,i=n.length;t!==i;t+=2)n[t]+=e}function Qm(n,e){for(let t=0,i=n.length;t!==i;t+=2)n[t]*=e}wi.prototype.ValueTypeName="";wi.prototype.TimeBufferType=Float32Array;wi.prototype.ValueBufferType=Float32Array;wi.prototype.DefaultInterpolation=Cc;var rr=class extends wi{constructor(e,t,i){super(e,t,i)}};rr.prototype.ValueTypeName="bool";rr.prototype.ValueBufferType=Array;rr.prototype.DefaultInterpolation=wa;rr.prototype.InterpolantFactoryMethodLinear=void 0;rr.prototype.InterpolantFactoryMethodSmooth=void 0;var qc=class extends wi{constructor(e,t,i,s){super(e,t,i,s)}};qc.prototype.ValueTypeName="color";var Yc=class extends wi{constructor(e,t,i,s){super(e,t,i,s)}};Yc.prototype.ValueTypeName="number";var $c=class extends sr{constructor(e,t,i,s){super(e,t,i,s)}interpolate_(e,t,i,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=(i-t)/(s-t),c=e*a;for(let h=c+a;c!==h;c+=4)vi.slerpFlat(r,0,o,c-a,o,c,l);return r}},Ba=class extends wi{constructor(e,t,i,s){super(e,t,i,s)}InterpolantFactoryMethodLinear(e){return new $c(this.times,this.values,this.getValueSize(),e)}};Ba.prototype.ValueTypeName="quaternion";Ba.prototype.InterpolantFactoryMethodSmooth=void 0;var or=class extends wi{constructor(e,t,i){super(e,t,i)}};or.prototype.ValueTypeName="string";or.prototype.ValueBufferType=Array;or.prototype.DefaultInterpolation=wa;or.prototype.InterpolantFactoryMethodLinear=void 0;or.prototype.InterpolantFactoryMethodSmooth=void 0;var Zc=class extends wi{constructor(e,t,i,s){super(e,t,i,s)}};Zc.prototype.ValueTypeName="vector";var Jc=class{constructor(e,t,i){let s=this,r=!1,o=0,a=0,l,c=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=i,this._abortController=null,this.itemStart=function(h){a++,r===!1&&s.onStart!==void 0&&s.onStart(h,o,a),r=!0},this.itemEnd=function(h){o++,s.onProgress!==void 0&&s.onProgress(h,o,a),o===a&&(r=!1,s.onLoad!==void 0&&s.onLoad())},this.itemError=function(h){s.onError!==void 0&&s.onError(h)},this.resolveURL=function(h){return h=h.normalize("NFC"),l?l(h):h},this.setURLModifier=function(h){return l=h,this},this.addHandler=function(h,d){return c.push(h,d),this},this.removeHandler=function(h){let d=c.indexOf(h);return d!==-1&&c.splice(d,2),this},this.getHandler=function(h){for(let d=0,u=c.length;d<u;d+=2){let f=c[d],g=c[d+1];if(f.global&&(f.lastIndex=0),f.test(h))return g}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},$g=new Jc,Kc=class{constructor(e){this.manager=e!==void 0?e:$g,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let i=this;return new Promise(function(s,r){i.load(e,s,t,r)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};Kc.DEFAULT_MATERIAL_NAME="__DEFAULT";var ka=class extends Jn{static registerNode(e){this.prototype._lightNode=e}constructor(e,t=1){super(),this.isLight=!0,this.type="Light",this.color=new bt(e),this.intensity=t}copy(e,t){return super.copy(e,t),this.color.copy(e.color),this.intensity=e.intensity,this}toJSON(e){let t=super.toJSON(e);return t.object.color=this.color.getHex(),t.object.intensity=this.intensity,t}};var pd=new qt,eg=new $,tg=new $,jc=class{constructor(e){this.camera=e,this.intensity=1,this.bias=0,this.biasNode=null,this.normalBias=0,this.radius=1,this.blurSamples=8,this.mapSize=new je(512,512),this.mapType=ci,this.map=null,this.mapPass=null,this.matrix=new qt,this.autoUpdate=!0,this.needsUpdate=!1,this._frustum=new ir,this._frameExtents=new je(1,1),this._viewportCount=1,this._viewports=[new tn(0,0,1,1)]}getViewportCount(){return this._viewportCount}getCamera(){return this.camera}getFrustum(){return this._frustum}updateMatrices(e){let t=this.camera;eg.setFromMatrixPosition(e.matrixWorld),t.position.copy(eg),tg.setFromMatrixPosition(e.target.matrixWorld),t.lookAt(tg),t.updateMatrixWorld(),this._updateMatrix(t,this.matrix,this._frustum)}_updateMatrix(e,t,i,s){pd.multiplyMatrices(e.projectionMatrix,e.matrixWorldInverse),i.setFromProjectionMatrix(pd,e.coordinateSystem,e.reversedDepth);let r=this._frameExtents,o=s?s.z/r.x:1,a=s?s.w/r.y:1,l=s?s.x/r.x:0,c=s?s.y/r.y:0;e.coordinateSystem===_o||e.reversedDepth?t.set(.5*o,0,0,.5*o+l,0,.5*a,0,.5*a+c,0,0,1,0,0,0,0,1):t.set(.5*o,0,0,.5*o+l,0,.5*a,0,.5*a+c,0,0,.5,.5,0,0,0,1),t.multiply(pd)}getViewport(e){return this._viewports[e]}getFrameExtents(){return this._frameExtents}dispose(){this.map&&this.map.dispose(),this.mapPass&&this.mapPass.dispose()}copy(e){return this.camera=e.camera.clone(),this.intensity=e.intensity,this.bias=e.bias,this.radius=e.radius,this.autoUpdate=e.autoUpdate,this.needsUpdate=e.needsUpdate,this.normalBias=e.normalBias,this.blurSamples=e.blurSamples,this.mapSize.copy(e.mapSize),this.mapType=e.mapType,this.biasNode=e.biasNode,this}clone(){return new this.constructor().copy(this)}toJSON(){let e={};return e.intensity=this.intensity,e.bias=this.bias,e.normalBias=this.normalBias,e.radius=this.radius,e.blurSamples=this.blurSamples,e.mapSize=this.mapSize.toArray(),e.mapType=this.mapType,e.camera=this.camera.toJSON(!1).object,delete e.camera.matrix,e}},mc=new $,gc=new vi,rs=new $,za=class extends Jn{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new qt,this.projectionMatrix=new qt,this.projectionMatrixInverse=new qt,this.coordinateSystem=Li,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(mc,gc,rs),rs.x===1&&rs.y===1&&rs.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(mc,gc,rs.set(1,1,1)).invert()}updateWorldMatrix(e,t,i=!1){super.updateWorldMatrix(e,t,i),this.matrixWorld.decompose(mc,gc,rs),rs.x===1&&rs.y===1&&rs.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(mc,gc,rs.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},er=new $,ng=new je,ig=new je,ii=class extends za{constructor(e=50,t=1,i=.1,s=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=i,this.far=s,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=yo*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(ba*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return yo*2*Math.atan(Math.tan(ba*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,i){er.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(er.x,er.y).multiplyScalar(-e/er.z),er.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),i.set(er.x,er.y).multiplyScalar(-e/er.z)}getViewSize(e,t){return this.getViewBounds(e,ng,ig),t.subVectors(ig,ng)}setViewOffset(e,t,i,s,r,o){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=i,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(ba*.5*this.fov)/this.zoom,i=2*t,s=this.aspect*i,r=-.5*s,o=this.view;if(this.view!==null&&this.view.enabled){let l=o.fullWidth,c=o.fullHeight;r+=o.offsetX*s/l,t-=o.offsetY*i/c,s*=o.width/l,i*=o.height/c}let a=this.filmOffset;a!==0&&(r+=e*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(r,r+s,t,t-i,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var Va=class extends za{constructor(e=-1,t=1,i=1,s=-1,r=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=i,this.bottom=s,this.near=r,this.far=o,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,i,s,r,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=i,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),i=(this.right+this.left)/2,s=(this.top+this.bottom)/2,r=i-e,o=i+e,a=s+t,l=s-t;if(this.view!==null&&this.view.enabled){let c=(this.right-this.left)/this.view.fullWidth/this.zoom,h=(this.top-this.bottom)/this.view.fullHeight/this.zoom;r+=c*this.view.offsetX,o=r+c*this.view.width,a-=h*this.view.offsetY,l=a-h*this.view.height}this.projectionMatrix.makeOrthographic(r,o,a,l,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}},yd=class extends jc{constructor(){super(new Va(-5,5,5,-5,.5,500)),this.isDirectionalLightShadow=!0}},Ga=class extends ka{constructor(e,t){super(e,t),this.isDirectionalLight=!0,this.type="DirectionalLight",this.position.copy(Jn.DEFAULT_UP),this.updateMatrix(),this.target=new Jn,this.shadow=new yd}dispose(){super.dispose(),this.shadow.dispose()}copy(e){return super.copy(e),this.target=e.target.clone(),this.shadow=e.shadow.clone(),this}toJSON(e){let t=super.toJSON(e);return t.object.shadow=this.shadow.toJSON(),t.object.target=this.target.uuid,t}},Ha=class extends ka{constructor(e,t){super(e,t),this.isAmbientLight=!0,this.type="AmbientLight"}};var fo=-90,po=1,To=class extends Jn{constructor(e,t,i){super(),this.type="CubeCamera",this.renderTarget=i,this.coordinateSystem=null,this.activeMipmapLevel=0;let s=new ii(fo,po,e,t);s.layers=this.layers,this.add(s);let r=new ii(fo,po,e,t);r.layers=this.layers,this.add(r);let o=new ii(fo,po,e,t);o.layers=this.layers,this.add(o);let a=new ii(fo,po,e,t);a.layers=this.layers,this.add(a);let l=new ii(fo,po,e,t);l.layers=this.layers,this.add(l);let c=new ii(fo,po,e,t);c.layers=this.layers,this.add(c)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[i,s,r,o,a,l]=t;for(let c of t)this.remove(c);if(e===Li)i.up.set(0,1,0),i.lookAt(1,0,0),s.up.set(0,1,0),s.lookAt(-1,0,0),r.up.set(0,0,-1),r.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),l.up.set(0,1,0),l.lookAt(0,0,-1);else if(e===_o)i.up.set(0,-1,0),i.lookAt(-1,0,0),s.up.set(0,-1,0),s.lookAt(1,0,0),r.up.set(0,0,1),r.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),l.up.set(0,-1,0),l.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let c of t)this.add(c),c.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:i,activeMipmapLevel:s}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[r,o,a,l,c,h]=this.children,d=e.getRenderTarget(),u=e.getActiveCubeFace(),f=e.getActiveMipmapLevel(),g=e.xr.enabled;e.xr.enabled=!1;let v=i.texture.mipmapsAutoUpdate;i.texture.mipmapsAutoUpdate=!1;let m=!1;e.isWebGLRenderer===!0?m=e.state.buffers.depth.getReversed():m=e.reversedDepthBuffer,e.setRenderTarget(i,0,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,r),e.setRenderTarget(i,1,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(i,2,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(i,3,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),e.setRenderTarget(i,4,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),i.texture.mipmapsAutoUpdate=v,e.setRenderTarget(i,5,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,h),e.setRenderTarget(d,u,f),e.xr.enabled=g,i.texture.needsPMREMUpdate=!0}},Qc=class extends ii{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var ef="\\[\\]\\.:\\/",jv=new RegExp("["+ef+"]","g"),tf="[^"+ef+"]",Qv="[^"+ef.replace("\\.","")+"]",eS=/((?:WC+[\/:])*)/.source.replace("WC",tf),tS=/(WCOD+)?/.source.replace("WCOD",Qv),nS=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",tf),iS=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",tf),sS=new RegExp("^"+eS+tS+nS+iS+"$"),rS=["material","materials","bones","map"],vd=class{constructor(e,t,i){let s=i||Kt.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,s)}getValue(e,t){this.bind();let i=this._targetGroup.nCachedObjects_,s=this._bindings[i];s!==void 0&&s.getValue(e,t)}setValue(e,t){let i=this._bindings;for(let s=this._targetGroup.nCachedObjects_,r=i.length;s!==r;++s)i[s].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,i=e.length;t!==i;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,i=e.length;t!==i;++t)e[t].unbind()}},Kt=class n{constructor(e,t,i){this.path=t,this.parsedPath=i||n.parseTrackName(t),this.node=n.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,i){return e&&e.isAnimationObjectGroup?new n.Composite(e,t,i):new n(e,t,i)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(jv,"")}static parseTrackName(e){let t=sS.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let i={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},s=i.nodeName&&i.nodeName.lastIndexOf(".");if(s!==void 0&&s!==-1){let r=i.nodeName.substring(s+1);rS.indexOf(r)!==-1&&(i.nodeName=i.nodeName.substring(0,s),i.objectName=r)}if(i.propertyName===null||i.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return i}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let i=e.skeleton.getBoneByName(t);if(i!==void 0)return i}if(e.children){let i=function(r){for(let o=0;o<r.length;o++){let a=r[o];if(a.name===t||a.uuid===t)return a;let l=i(a.children);if(l)return l}return null},s=i(e.children);if(s)return s}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let i=this.resolvedProperty;for(let s=0,r=i.length;s!==r;++s)e[t++]=i[s]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let i=this.resolvedProperty;for(let s=0,r=i.length;s!==r;++s)i[s]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let i=this.resolvedProperty;for(let s=0,r=i.length;s!==r;++s)i[s]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let i=this.resolvedProperty;for(let s=0,r=i.length;s!==r;++s)i[s]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,i=t.objectName,s=t.propertyName,r=t.propertyIndex;if(e||(e=n.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){Je("PropertyBinding: No target node found for track: "+this.path+".");return}if(i){let c=t.objectIndex;switch(i){case"materials":if(!e.material){nt("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){nt("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){nt("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let h=0;h<e.length;h++)if(e[h].name===c){c=h;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){nt("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){nt("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[i]===void 0){nt("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[i]}if(c!==void 0){if(e[c]===void 0){nt("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[c]}}let o=e[s];if(o===void 0){let c=t.nodeName;nt("PropertyBinding: Trying to update property for track: "+c+"."+s+" but it wasn't found.",e);return}let a=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?a=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let l=this.BindingType.Direct;if(r!==void 0){if(s==="morphTargetInfluences"){if(!e.geometry){nt("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){nt("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[r]!==void 0&&(r=e.morphTargetDictionary[r])}l=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=r}else o.fromArray!==void 0&&o.toArray!==void 0?(l=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(l=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=s;this.getValue=this.GetterByBindingType[l],this.setValue=this.SetterByBindingTypeAndVersioning[l][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};Kt.Composite=vd;Kt.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};Kt.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};Kt.prototype.GetterByBindingType=[Kt.prototype._getValue_direct,Kt.prototype._getValue_array,Kt.prototype._getValue_arrayElement,Kt.prototype._getValue_toArray];Kt.prototype.SetterByBindingTypeAndVersioning=[[Kt.prototype._setValue_direct,Kt.prototype._setValue_direct_setNeedsUpdate,Kt.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[Kt.prototype._setValue_array,Kt.prototype._setValue_array_setNeedsUpdate,Kt.prototype._setValue_array_setMatrixWorldNeedsUpdate],[Kt.prototype._setValue_arrayElement,Kt.prototype._setValue_arrayElement_setNeedsUpdate,Kt.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[Kt.prototype._setValue_fromArray,Kt.prototype._setValue_fromArray_setNeedsUpdate,Kt.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var hP=new Float32Array(1);var sg=new qt,Wa=class{constructor(e,t,i=0,s=1/0){this.ray=new nr(e,t),this.near=i,this.far=s,this.camera=null,this.layers=new So,this.params={Mesh:{},Line:{threshold:1},LOD:{},Points:{threshold:1},Sprite:{}}}set(e,t){this.ray.set(e,t)}setFromCamera(e,t){t.isPerspectiveCamera?(this.ray.origin.setFromMatrixPosition(t.matrixWorld),this.ray.direction.set(e.x,e.y,.5).unproject(t).sub(this.ray.origin).normalize(),this.camera=t):t.isOrthographicCamera?(this.ray.origin.set(e.x,e.y,t.projectionMatrix.elements[14]).unproject(t),this.ray.direction.set(0,0,-1).transformDirection(t.matrixWorld),this.camera=t):nt("Raycaster: Unsupported camera type: "+t.type)}setFromXRController(e){return sg.identity().extractRotation(e.matrixWorld),this.ray.origin.setFromMatrixPosition(e.matrixWorld),this.ray.direction.set(0,0,-1).applyMatrix4(sg),this}intersectObject(e,t=!0,i=[]){return Sd(e,this,i,t),i.sort(rg),i}intersectObjects(e,t=!0,i=[]){for(let s=0,r=e.length;s<r;s++)Sd(e[s],this,i,t);return i.sort(rg),i}};function rg(n,e){return n.distance-e.distance}function Sd(n,e,t,i){let s=!0;if(n.layers.test(e.layers)&&n.raycast(e,t)===!1&&(s=!1),s===!0&&i===!0){let r=n.children;for(let o=0,a=r.length;o<a;o++)Sd(r[o],e,t,!0)}}var Eo=class{constructor(e=1,t=0,i=0){this.radius=e,this.phi=t,this.theta=i}set(e,t,i){return this.radius=e,this.phi=t,this.theta=i,this}copy(e){return this.radius=e.radius,this.phi=e.phi,this.theta=e.theta,this}makeSafe(){return this.phi=St(this.phi,1e-6,Math.PI-1e-6),this}setFromVector3(e){return this.setFromCartesianCoords(e.x,e.y,e.z)}setFromCartesianCoords(e,t,i){return this.radius=Math.sqrt(e*e+t*t+i*i),this.radius===0?(this.theta=0,this.phi=0):(this.theta=Math.atan2(e,i),this.phi=Math.acos(St(t/this.radius,-1,1))),this}clone(){return new this.constructor().copy(this)}};var bd=class{static{this.prototype.isMatrix2=!0}constructor(e,t,i,s){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,i,s)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let i=0;i<4;i++)this.elements[i]=e[i+t];return this}set(e,t,i,s){let r=this.elements;return r[0]=e,r[2]=t,r[1]=i,r[3]=s,this}};var Xa=class extends Bc{constructor(e=1){let t=[0,0,0,e,0,0,0,0,0,0,e,0,0,0,0,0,0,e],i=[1,0,0,1,.6,0,0,1,0,.6,1,0,0,0,1,0,.6,1],s=new bi;s.setAttribute("position",new An(t,3)),s.setAttribute("color",new An(i,3));let r=new La({vertexColors:!0,toneMapped:!1});super(s,r),this.type="AxesHelper"}setColors(e,t,i){let s=new bt,r=this.geometry.attributes.color.array;return s.set(e),s.toArray(r,0),s.toArray(r,3),s.set(t),s.toArray(r,6),s.toArray(r,9),s.set(i),s.toArray(r,12),s.toArray(r,15),this.geometry.attributes.color.needsUpdate=!0,this}dispose(){super.dispose(),this.geometry.dispose(),this.material.dispose()}};var qa=class extends Hi{constructor(e,t=null){super(),this.object=e,this.domElement=t,this.enabled=!0,this.state=-1,this.keys={},this.mouseButtons={LEFT:null,MIDDLE:null,RIGHT:null},this.touches={ONE:null,TWO:null}}connect(e){this.domElement!==null&&this.disconnect(),this.domElement=e}disconnect(){}dispose(){}update(){}};function nf(n,e,t,i){let s=oS(i);switch(t){case Vd:return n*e;case Hd:return n*e/s.components*s.byteLength;case ah:return n*e/s.components*s.byteLength;case hr:return n*e*2/s.components*s.byteLength;case lh:return n*e*2/s.components*s.byteLength;case Gd:return n*e*3/s.components*s.byteLength;case Yi:return n*e*4/s.components*s.byteLength;case ch:return n*e*4/s.components*s.byteLength;case Za:case Ja:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*8;case Ka:case ja:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case uh:case fh:return Math.max(n,16)*Math.max(e,8)/4;case hh:case dh:return Math.max(n,8)*Math.max(e,8)/2;case ph:case mh:case _h:case xh:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*8;case gh:case Qa:case yh:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case vh:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case Sh:return Math.floor((n+4)/5)*Math.floor((e+3)/4)*16;case bh:return Math.floor((n+4)/5)*Math.floor((e+4)/5)*16;case Mh:return Math.floor((n+5)/6)*Math.floor((e+4)/5)*16;case wh:return Math.floor((n+5)/6)*Math.floor((e+5)/6)*16;case Th:return Math.floor((n+7)/8)*Math.floor((e+4)/5)*16;case Eh:return Math.floor((n+7)/8)*Math.floor((e+5)/6)*16;case Ah:return Math.floor((n+7)/8)*Math.floor((e+7)/8)*16;case Ch:return Math.floor((n+9)/10)*Math.floor((e+4)/5)*16;case Rh:return Math.floor((n+9)/10)*Math.floor((e+5)/6)*16;case Ph:return Math.floor((n+9)/10)*Math.floor((e+7)/8)*16;case Ih:return Math.floor((n+9)/10)*Math.floor((e+9)/10)*16;case Lh:return Math.floor((n+11)/12)*Math.floor((e+9)/10)*16;case Dh:return Math.floor((n+11)/12)*Math.floor((e+11)/12)*16;case Nh:case Uh:case Oh:return Math.ceil(n/4)*Math.ceil(e/4)*16;case Fh:case Bh:return Math.ceil(n/4)*Math.ceil(e/4)*8;case el:case kh:return Math.ceil(n/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function oS(n){switch(n){case ci:case Fd:return{byteLength:1,components:1};case Po:case Bd:case qi:return{byteLength:2,components:1};case rh:case oh:return{byteLength:2,components:4};case Wi:case sh:case Xi:return{byteLength:4,components:1};case kd:case zd:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${n}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Je("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function g0(){let n=null,e=!1,t=null,i=null;function s(r,o){i=n.requestAnimationFrame(s),t(r,o)}return{start:function(){e!==!0&&t!==null&&n!==null&&(i=n.requestAnimationFrame(s),e=!0)},stop:function(){n!==null&&n.cancelAnimationFrame(i),e=!1},setAnimationLoop:function(r){t=r},setContext:function(r){n=r}}}function lS(n){let e=new WeakMap;function t(a,l){let c=a.array,h=a.usage,d=c.byteLength,u=n.createBuffer();n.bindBuffer(l,u),n.bufferData(l,c,h),a.onUploadCallback();let f;if(c instanceof Float32Array)f=n.FLOAT;else if(typeof Float16Array<"u"&&c instanceof Float16Array)f=n.HALF_FLOAT;else if(c instanceof Uint16Array)a.isFloat16BufferAttribute?f=n.HALF_FLOAT:f=n.UNSIGNED_SHORT;else if(c instanceof Int16Array)f=n.SHORT;else if(c instanceof Uint32Array)f=n.UNSIGNED_INT;else if(c instanceof Int32Array)f=n.INT;else if(c instanceof Int8Array)f=n.BYTE;else if(c instanceof Uint8Array)f=n.UNSIGNED_BYTE;else if(c instanceof Uint8ClampedArray)f=n.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+c);return{buffer:u,type:f,bytesPerElement:c.BYTES_PER_ELEMENT,version:a.version,size:d}}function i(a,l,c){let h=l.array,d=l.updateRanges;if(n.bindBuffer(c,a),d.length===0)n.bufferSubData(c,0,h);else{d.sort((f,g)=>f.start-g.start);let u=0;for(let f=1;f<d.length;f++){let g=d[u],v=d[f];v.start<=g.start+g.count+1?g.count=Math.max(g.count,v.start+v.count-g.start):(++u,d[u]=v)}d.length=u+1;for(let f=0,g=d.length;f<g;f++){let v=d[f];n.bufferSubData(c,v.start*h.BYTES_PER_ELEMENT,h,v.start,v.count)}l.clearUpdateRanges()}l.onUploadCallback()}function s(a){return a.isInterleavedBufferAttribute&&(a=a.data),e.get(a)}function r(a){a.isInterleavedBufferAttribute&&(a=a.data);let l=e.get(a);l&&(n.deleteBuffer(l.buffer),e.delete(a))}function o(a,l){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let h=e.get(a);(!h||h.version<a.version)&&e.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let c=e.get(a);if(c===void 0)e.set(a,t(a,l));else if(c.version<a.version){if(c.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");i(c.buffer,a,l),c.version=a.version}}return{get:s,remove:r,update:o}}var cS=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,hS=`#ifdef USE_ALPHAHASH
	const float ALPHA_HASH_SCALE = 0.05;
	float hash2D( vec2 value ) {
		return fract( 1.0e4 * sin( 17.0 * value.x + 0.1 * value.y ) * ( 0.1 + abs( sin( 13.0 * value.y + value.x ) ) ) );
	}
	float hash3D( vec3 value ) {
		return hash2D( vec2( hash2D( value.xy ), value.z ) );
	}
	float getAlphaHashThreshold( vec3 position ) {
		float maxDeriv = max(
			length( dFdx( position.xyz ) ),
			length( dFdy( position.xyz ) )
		);
		float pixScale = 1.0 / ( ALPHA_HASH_SCALE * maxDeriv );
		vec2 pixScales = vec2(
			exp2( floor( log2( pixScale ) ) ),
			exp2( ceil( log2( pixScale ) ) )
		);
		vec2 alpha = vec2(
			hash3D( floor( pixScales.x * position.xyz ) ),
			hash3D( floor( pixScales.y * position.xyz ) )
		);
		float lerpFactor = fract( log2( pixScale ) );
		float x = ( 1.0 - lerpFactor ) * alpha.x + lerpFactor * alpha.y;
		float a = min( lerpFactor, 1.0 - lerpFactor );
		vec3 cases = vec3(
			x * x / ( 2.0 * a * ( 1.0 - a ) ),
			( x - 0.5 * a ) / ( 1.0 - a ),
			1.0 - ( ( 1.0 - x ) * ( 1.0 - x ) / ( 2.0 * a * ( 1.0 - a ) ) )
		);
		float threshold = ( x < ( 1.0 - a ) )
			? ( ( x < a ) ? cases.x : cases.y )
			: cases.z;
		return clamp( threshold , 1.0e-6, 1.0 );
	}
#endif`,uS=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,dS=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,fS=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,pS=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,mS=`#ifdef USE_AOMAP
	float ambientOcclusion = ( texture2D( aoMap, vAoMapUv ).r - 1.0 ) * aoMapIntensity + 1.0;
	reflectedLight.indirectDiffuse *= ambientOcclusion;
	#if defined( USE_CLEARCOAT ) 
		clearcoatSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_SHEEN ) 
		sheenSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD )
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		reflectedLight.indirectSpecular *= computeSpecularOcclusion( dotNV, ambientOcclusion, material.roughness );
	#endif
#endif`,gS=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,_S=`#ifdef USE_BATCHING
	#if ! defined( GL_ANGLE_multi_draw )
	#define gl_DrawID _gl_DrawID
	uniform int _gl_DrawID;
	#endif
	uniform highp sampler2D batchingTexture;
	uniform highp usampler2D batchingIdTexture;
	mat4 getBatchingMatrix( const in float i ) {
		int size = textureSize( batchingTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( batchingTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( batchingTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( batchingTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( batchingTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
	float getIndirectIndex( const in int i ) {
		int size = textureSize( batchingIdTexture, 0 ).x;
		int x = i % size;
		int y = i / size;
		return float( texelFetch( batchingIdTexture, ivec2( x, y ), 0 ).r );
	}
#endif
#ifdef USE_BATCHING_COLOR
	uniform sampler2D batchingColorTexture;
	vec4 getBatchingColor( const in float i ) {
		int size = textureSize( batchingColorTexture, 0 ).x;
		int j = int( i );
		int x = j % size;
		int y = j / size;
		return texelFetch( batchingColorTexture, ivec2( x, y ), 0 );
	}
#endif`,xS=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,yS=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,vS=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,SS=`float G_BlinnPhong_Implicit( ) {
	return 0.25;
}
float D_BlinnPhong( const in float shininess, const in float dotNH ) {
	return RECIPROCAL_PI * ( shininess * 0.5 + 1.0 ) * pow( dotNH, shininess );
}
vec3 BRDF_BlinnPhong( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 specularColor, const in float shininess ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( specularColor, 1.0, dotVH );
	float G = G_BlinnPhong_Implicit( );
	float D = D_BlinnPhong( shininess, dotNH );
	return F * ( G * D );
} // validated`,bS=`#ifdef USE_IRIDESCENCE
	const mat3 XYZ_TO_REC709 = mat3(
		 3.2404542, -0.9692660,  0.0556434,
		-1.5371385,  1.8760108, -0.2040259,
		-0.4985314,  0.0415560,  1.0572252
	);
	vec3 Fresnel0ToIor( vec3 fresnel0 ) {
		vec3 sqrtF0 = sqrt( fresnel0 );
		return ( vec3( 1.0 ) + sqrtF0 ) / ( vec3( 1.0 ) - sqrtF0 );
	}
	vec3 IorToFresnel0( vec3 transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - vec3( incidentIor ) ) / ( transmittedIor + vec3( incidentIor ) ) );
	}
	float IorToFresnel0( float transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - incidentIor ) / ( transmittedIor + incidentIor ));
	}
	vec3 evalSensitivity( float OPD, vec3 shift ) {
		float phase = 2.0 * PI * OPD * 1.0e-9;
		vec3 val = vec3( 5.4856e-13, 4.4201e-13, 5.2481e-13 );
		vec3 pos = vec3( 1.6810e+06, 1.7953e+06, 2.2084e+06 );
		vec3 var = vec3( 4.3278e+09, 9.3046e+09, 6.6121e+09 );
		vec3 xyz = val * sqrt( 2.0 * PI * var ) * cos( pos * phase + shift ) * exp( - pow2( phase ) * var );
		xyz.x += 9.7470e-14 * sqrt( 2.0 * PI * 4.5282e+09 ) * cos( 2.2399e+06 * phase + shift[ 0 ] ) * exp( - 4.5282e+09 * pow2( phase ) );
		xyz /= 1.0685e-7;
		vec3 rgb = XYZ_TO_REC709 * xyz;
		return rgb;
	}
	vec3 evalIridescence( float outsideIOR, float eta2, float cosTheta1, float thinFilmThickness, vec3 baseF0 ) {
		vec3 I;
		float iridescenceIOR = mix( outsideIOR, eta2, smoothstep( 0.0, 0.03, thinFilmThickness ) );
		float sinTheta2Sq = pow2( outsideIOR / iridescenceIOR ) * ( 1.0 - pow2( cosTheta1 ) );
		float cosTheta2Sq = 1.0 - sinTheta2Sq;
		if ( cosTheta2Sq < 0.0 ) {
			return vec3( 1.0 );
		}
		float cosTheta2 = sqrt( cosTheta2Sq );
		float R0 = IorToFresnel0( iridescenceIOR, outsideIOR );
		float R12 = F_Schlick( R0, 1.0, cosTheta1 );
		float T121 = 1.0 - R12;
		float phi12 = 0.0;
		if ( iridescenceIOR < outsideIOR ) phi12 = PI;
		float phi21 = PI - phi12;
		vec3 baseIOR = Fresnel0ToIor( clamp( baseF0, 0.0, 0.9999 ) );		vec3 R1 = IorToFresnel0( baseIOR, iridescenceIOR );
		vec3 R23 = F_Schlick( R1, 1.0, cosTheta2 );
		vec3 phi23 = vec3( 0.0 );
		if ( baseIOR[ 0 ] < iridescenceIOR ) phi23[ 0 ] = PI;
		if ( baseIOR[ 1 ] < iridescenceIOR ) phi23[ 1 ] = PI;
		if ( baseIOR[ 2 ] < iridescenceIOR ) phi23[ 2 ] = PI;
		float OPD = 2.0 * iridescenceIOR * thinFilmThickness * cosTheta2;
		vec3 phi = vec3( phi21 ) + phi23;
		vec3 R123 = clamp( R12 * R23, 1e-5, 0.9999 );
		vec3 r123 = sqrt( R123 );
		vec3 Rs = pow2( T121 ) * R23 / ( vec3( 1.0 ) - R123 );
		vec3 C0 = R12 + Rs;
		I = C0;
		vec3 Cm = Rs - T121;
		for ( int m = 1; m <= 2; ++ m ) {
			Cm *= r123;
			vec3 Sm = 2.0 * evalSensitivity( float( m ) * OPD, float( m ) * phi );
			I += Cm * Sm;
		}
		return max( I, vec3( 0.0 ) );
	}
#endif`,MS=`#ifdef USE_BUMPMAP
	uniform sampler2D bumpMap;
	uniform float bumpScale;
	vec2 dHdxy_fwd() {
		vec2 dSTdx = dFdx( vBumpMapUv );
		vec2 dSTdy = dFdy( vBumpMapUv );
		float Hll = bumpScale * texture2D( bumpMap, vBumpMapUv ).x;
		float dBx = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdx ).x - Hll;
		float dBy = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdy ).x - Hll;
		return vec2( dBx, dBy );
	}
	vec3 perturbNormalArb( vec3 surf_pos, vec3 surf_norm, vec2 dHdxy, float faceDirection ) {
		vec3 vSigmaX = normalize( dFdx( surf_pos.xyz ) );
		vec3 vSigmaY = normalize( dFdy( surf_pos.xyz ) );
		vec3 vN = surf_norm;
		vec3 R1 = cross( vSigmaY, vN );
		vec3 R2 = cross( vN, vSigmaX );
		float fDet = dot( vSigmaX, R1 ) * faceDirection;
		vec3 vGrad = sign( fDet ) * ( dHdxy.x * R1 + dHdxy.y * R2 );
		return normalize( abs( fDet ) * surf_norm - vGrad );
	}
#endif`,wS=`#if NUM_CLIPPING_PLANES > 0
	vec4 plane;
	#ifdef ALPHA_TO_COVERAGE
		float distanceToPlane, distanceGradient;
		float clipOpacity = 1.0;
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
			distanceGradient = fwidth( distanceToPlane ) / 2.0;
			clipOpacity *= smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			if ( clipOpacity == 0.0 ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			float unionClipOpacity = 1.0;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
				distanceGradient = fwidth( distanceToPlane ) / 2.0;
				unionClipOpacity *= 1.0 - smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			}
			#pragma unroll_loop_end
			clipOpacity *= 1.0 - unionClipOpacity;
		#endif
		diffuseColor.a *= clipOpacity;
		if ( diffuseColor.a == 0.0 ) discard;
	#else
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			if ( dot( vClipPosition, plane.xyz ) > plane.w ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			bool clipped = true;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				clipped = ( dot( vClipPosition, plane.xyz ) > plane.w ) && clipped;
			}
			#pragma unroll_loop_end
			if ( clipped ) discard;
		#endif
	#endif
#endif`,TS=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,ES=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,AS=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,CS=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,RS=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,PS=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,IS=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	vColor = vec4( 1.0 );
#endif
#ifdef USE_COLOR_ALPHA
	vColor *= color;
#elif defined( USE_COLOR )
	vColor.rgb *= color;
#endif
#ifdef USE_INSTANCING_COLOR
	vColor.rgb *= instanceColor.rgb;
#endif
#ifdef USE_BATCHING_COLOR
	vColor *= getBatchingColor( getIndirectIndex( gl_DrawID ) );
#endif`,LS=`#define PI 3.141592653589793
#define PI2 6.283185307179586
#define PI_HALF 1.5707963267948966
#define RECIPROCAL_PI 0.3183098861837907
#define RECIPROCAL_PI2 0.15915494309189535
#define EPSILON 1e-6
#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
#define whiteComplement( a ) ( 1.0 - saturate( a ) )
float pow2( const in float x ) { return x*x; }
vec3 pow2( const in vec3 x ) { return x*x; }
float pow3( const in float x ) { return x*x*x; }
float pow4( const in float x ) { float x2 = x*x; return x2*x2; }
float max3( const in vec3 v ) { return max( max( v.x, v.y ), v.z ); }
float average( const in vec3 v ) { return dot( v, vec3( 0.3333333 ) ); }
highp float rand( const in vec2 uv ) {
	const highp float a = 12.9898, b = 78.233, c = 43758.5453;
	highp float dt = dot( uv.xy, vec2( a,b ) ), sn = mod( dt, PI );
	return fract( sin( sn ) * c );
}
#ifdef HIGH_PRECISION
	float precisionSafeLength( vec3 v ) { return length( v ); }
#else
	float precisionSafeLength( vec3 v ) {
		float maxComponent = max3( abs( v ) );
		return length( v / maxComponent ) * maxComponent;
	}
#endif
struct IncidentLight {
	vec3 color;
	vec3 direction;
	bool visible;
};
struct ReflectedLight {
	vec3 directDiffuse;
	vec3 directSpecular;
	vec3 indirectDiffuse;
	vec3 indirectSpecular;
};
#ifdef USE_ALPHAHASH
	varying vec3 vPosition;
#endif
vec3 transformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );
}
#define inverseTransformDirection transformDirectionByInverseViewMatrix
vec3 transformNormalByInverseViewMatrix( in vec3 normal, in mat4 viewMatrix ) {
	return normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz );
}
vec3 transformDirectionByInverseViewMatrix( in vec3 dir, in mat4 viewMatrix ) {
	return normalize( ( vec4( dir, 0.0 ) * viewMatrix ).xyz );
}
bool isPerspectiveMatrix( mat4 m ) {
	return m[ 2 ][ 3 ] == - 1.0;
}
vec2 equirectUv( in vec3 dir ) {
	float u = atan( dir.z, dir.x ) * RECIPROCAL_PI2 + 0.5;
	float v = asin( clamp( dir.y, - 1.0, 1.0 ) ) * RECIPROCAL_PI + 0.5;
	return vec2( u, v );
}
vec3 BRDF_Lambert( const in vec3 diffuseColor ) {
	return RECIPROCAL_PI * diffuseColor;
}
vec3 F_Schlick( const in vec3 f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
}
float F_Schlick( const in float f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
} // validated`,DS=`vec3 transformedNormal = objectNormal;
#ifdef USE_TANGENT
	vec3 transformedTangent = objectTangent;
#endif
#ifdef USE_BATCHING
	mat3 bm = mat3( batchingMatrix );
	transformedNormal /= vec3( dot( bm[ 0 ], bm[ 0 ] ), dot( bm[ 1 ], bm[ 1 ] ), dot( bm[ 2 ], bm[ 2 ] ) );
	transformedNormal = bm * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = bm * transformedTangent;
	#endif
#endif
#ifdef USE_INSTANCING
	mat3 im = mat3( instanceMatrix );
	transformedNormal /= vec3( dot( im[ 0 ], im[ 0 ] ), dot( im[ 1 ], im[ 1 ] ), dot( im[ 2 ], im[ 2 ] ) );
	transformedNormal = im * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = im * transformedTangent;
	#endif
#endif
transformedNormal = normalMatrix * transformedNormal;
#ifdef FLIP_SIDED
	transformedNormal = - transformedNormal;
#endif
#ifdef USE_TANGENT
	transformedTangent = ( modelViewMatrix * vec4( transformedTangent, 0.0 ) ).xyz;
#endif`,NS=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,US=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,OS=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,FS=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,BS="gl_FragColor = linearToOutputTexel( gl_FragColor );",kS=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,zS=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vec3 cameraToFrag;
		if ( isOrthographic ) {
			cameraToFrag = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToFrag = normalize( vWorldPosition - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vec3 reflectVec = reflect( cameraToFrag, worldNormal );
		#else
			vec3 reflectVec = refract( cameraToFrag, worldNormal, refractionRatio );
		#endif
	#else
		vec3 reflectVec = vReflect;
	#endif
	#ifdef ENVMAP_TYPE_CUBE
		vec4 envColor = textureCube( envMap, envMapRotation * reflectVec );
		#ifdef ENVMAP_BLENDING_MULTIPLY
			outgoingLight = mix( outgoingLight, outgoingLight * envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_MIX )
			outgoingLight = mix( outgoingLight, envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_ADD )
			outgoingLight += envColor.xyz * specularStrength * reflectivity;
		#endif
	#endif
#endif`,VS=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,GS=`#ifdef USE_ENVMAP
	uniform float reflectivity;
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		varying vec3 vWorldPosition;
		uniform float refractionRatio;
	#else
		varying vec3 vReflect;
	#endif
#endif`,HS=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,WS=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vWorldPosition = worldPosition.xyz;
	#else
		vec3 cameraToVertex;
		if ( isOrthographic ) {
			cameraToVertex = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToVertex = normalize( worldPosition.xyz - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vReflect = reflect( cameraToVertex, worldNormal );
		#else
			vReflect = refract( cameraToVertex, worldNormal, refractionRatio );
		#endif
	#endif
#endif`,XS=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,qS=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,YS=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,$S=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,ZS=`#ifdef USE_GRADIENTMAP
	uniform sampler2D gradientMap;
#endif
vec3 getGradientIrradiance( vec3 normal, vec3 lightDirection ) {
	float dotNL = dot( normal, lightDirection );
	vec2 coord = vec2( dotNL * 0.5 + 0.5, 0.0 );
	#ifdef USE_GRADIENTMAP
		return vec3( texture2D( gradientMap, coord ).r );
	#else
		vec2 fw = fwidth( coord ) * 0.5;
		return mix( vec3( 0.7 ), vec3( 1.0 ), smoothstep( 0.7 - fw.x, 0.7 + fw.x, coord.x ) );
	#endif
}`,JS=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,KS=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,jS=`varying vec3 vViewPosition;
struct LambertMaterial {
	vec3 diffuseColor;
	float specularStrength;
};
void RE_Direct_Lambert( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Lambert( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Lambert
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,QS=`uniform bool receiveShadow;
uniform vec3 ambientLightColor;
#if defined( USE_LIGHT_PROBES )
	uniform vec3 lightProbe[ 9 ];
#endif
vec3 shGetIrradianceAt( in vec3 normal, in vec3 shCoefficients[ 9 ] ) {
	float x = normal.x, y = normal.y, z = normal.z;
	vec3 result = shCoefficients[ 0 ] * 0.886227;
	result += shCoefficients[ 1 ] * 2.0 * 0.511664 * y;
	result += shCoefficients[ 2 ] * 2.0 * 0.511664 * z;
	result += shCoefficients[ 3 ] * 2.0 * 0.511664 * x;
	result += shCoefficients[ 4 ] * 2.0 * 0.429043 * x * y;
	result += shCoefficients[ 5 ] * 2.0 * 0.429043 * y * z;
	result += shCoefficients[ 6 ] * ( 0.743125 * z * z - 0.247708 );
	result += shCoefficients[ 7 ] * 2.0 * 0.429043 * x * z;
	result += shCoefficients[ 8 ] * 0.429043 * ( x * x - y * y );
	return result;
}
vec3 getLightProbeIrradiance( const in vec3 lightProbe[ 9 ], const in vec3 normal ) {
	vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec3 irradiance = shGetIrradianceAt( worldNormal, lightProbe );
	return irradiance;
}
vec3 getAmbientLightIrradiance( const in vec3 ambientLightColor ) {
	vec3 irradiance = ambientLightColor;
	return irradiance;
}
float getDistanceAttenuation( const in float lightDistance, const in float cutoffDistance, const in float decayExponent ) {
	float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );
	if ( cutoffDistance > 0.0 ) {
		distanceFalloff *= pow2( saturate( 1.0 - pow4( lightDistance / cutoffDistance ) ) );
	}
	return distanceFalloff;
}
float getSpotAttenuation( const in float coneCosine, const in float penumbraCosine, const in float angleCosine ) {
	return smoothstep( coneCosine, penumbraCosine, angleCosine );
}
#if NUM_SUN_LIGHTS > 0
	struct SunLight {
		vec3 direction;
		vec3 color;
	};
	uniform SunLight sunLights[ NUM_SUN_LIGHTS ];
	void getSunLightInfo( const in SunLight sunLight, out IncidentLight light ) {
		light.color = sunLight.color;
		light.direction = sunLight.direction;
		light.visible = true;
	}
#endif
#if NUM_DIR_LIGHTS > 0
	struct DirectionalLight {
		vec3 direction;
		vec3 color;
	};
	uniform DirectionalLight directionalLights[ NUM_DIR_LIGHTS ];
	void getDirectionalLightInfo( const in DirectionalLight directionalLight, out IncidentLight light ) {
		light.color = directionalLight.color;
		light.direction = directionalLight.direction;
		light.visible = true;
	}
#endif
#if NUM_POINT_LIGHTS > 0
	struct PointLight {
		vec3 position;
		vec3 color;
		float distance;
		float decay;
	};
	uniform PointLight pointLights[ NUM_POINT_LIGHTS ];
	void getPointLightInfo( const in PointLight pointLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = pointLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float lightDistance = length( lVector );
		light.color = pointLight.color;
		light.color *= getDistanceAttenuation( lightDistance, pointLight.distance, pointLight.decay );
		light.visible = ( light.color != vec3( 0.0 ) );
	}
#endif
#if NUM_SPOT_LIGHTS > 0
	struct SpotLight {
		vec3 position;
		vec3 direction;
		vec3 color;
		float distance;
		float decay;
		float coneCos;
		float penumbraCos;
	};
	uniform SpotLight spotLights[ NUM_SPOT_LIGHTS ];
	void getSpotLightInfo( const in SpotLight spotLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = spotLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float angleCos = dot( light.direction, spotLight.direction );
		float spotAttenuation = getSpotAttenuation( spotLight.coneCos, spotLight.penumbraCos, angleCos );
		if ( spotAttenuation > 0.0 ) {
			float lightDistance = length( lVector );
			light.color = spotLight.color * spotAttenuation;
			light.color *= getDistanceAttenuation( lightDistance, spotLight.distance, spotLight.decay );
			light.visible = ( light.color != vec3( 0.0 ) );
		} else {
			light.color = vec3( 0.0 );
			light.visible = false;
		}
	}
#endif
#if NUM_RECT_AREA_LIGHTS > 0
	struct RectAreaLight {
		vec3 color;
		vec3 position;
		vec3 halfWidth;
		vec3 halfHeight;
	};
	uniform sampler2D ltc_1;	uniform sampler2D ltc_2;
	uniform RectAreaLight rectAreaLights[ NUM_RECT_AREA_LIGHTS ];
#endif
#if NUM_HEMI_LIGHTS > 0
	struct HemisphereLight {
		vec3 direction;
		vec3 skyColor;
		vec3 groundColor;
	};
	uniform HemisphereLight hemisphereLights[ NUM_HEMI_LIGHTS ];
	vec3 getHemisphereLightIrradiance( const in HemisphereLight hemiLight, const in vec3 normal ) {
		float dotNL = dot( normal, hemiLight.direction );
		float hemiDiffuseWeight = 0.5 * dotNL + 0.5;
		vec3 irradiance = mix( hemiLight.groundColor, hemiLight.skyColor, hemiDiffuseWeight );
		return irradiance;
	}
#endif
#include <lightprobes_pars_fragment>`,eb=`#ifdef USE_ENVMAP
	vec3 getIBLIrradiance( const in vec3 normal ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * worldNormal, ENVMAP_MAX_LOD );
			return PI * envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	vec3 getIBLRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 reflectVec = reflect( - viewDir, normal );
			reflectVec = normalize( mix( reflectVec, normal, pow4( roughness ) ) );
			reflectVec = transformDirectionByInverseViewMatrix( reflectVec, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * reflectVec, roughnessToMip( roughness ) );
			return envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	#ifdef USE_RETROREFLECTION
		vec3 getIBLRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 retroVec = normalize( mix( viewDir, normal, pow4( roughness ) ) );
				retroVec = transformDirectionByInverseViewMatrix( retroVec, viewMatrix );
				vec4 envMapColor = textureLod( envMap, envMapRotation * retroVec, roughnessToMip( roughness ) );
				return envMapColor.rgb * envMapIntensity;
			#else
				return vec3( 0.0 );
			#endif
		}
	#endif
	#ifdef USE_ANISOTROPY
		vec3 getIBLAnisotropyRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 bentNormal = cross( bitangent, viewDir );
				bentNormal = normalize( cross( bentNormal, bitangent ) );
				bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
				return getIBLRadiance( viewDir, bentNormal, roughness );
			#else
				return vec3( 0.0 );
			#endif
		}
		#ifdef USE_RETROREFLECTION
			vec3 getIBLAnisotropyRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
				#ifdef ENVMAP_TYPE_PMREM
					vec3 bentNormal = cross( bitangent, viewDir );
					bentNormal = normalize( cross( bentNormal, bitangent ) );
					bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
					return getIBLRetroRadiance( viewDir, bentNormal, roughness );
				#else
					return vec3( 0.0 );
				#endif
			}
		#endif
	#endif
#endif`,tb=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,nb=`varying vec3 vViewPosition;
struct ToonMaterial {
	vec3 diffuseColor;
};
void RE_Direct_Toon( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 irradiance = getGradientIrradiance( geometryNormal, directLight.direction ) * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Toon( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Toon
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,ib=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,sb=`varying vec3 vViewPosition;
struct BlinnPhongMaterial {
	vec3 diffuseColor;
	vec3 specularColor;
	float specularShininess;
	float specularStrength;
};
void RE_Direct_BlinnPhong( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
	reflectedLight.directSpecular += irradiance * BRDF_BlinnPhong( directLight.direction, geometryViewDir, geometryNormal, material.specularColor, material.specularShininess ) * material.specularStrength;
}
void RE_IndirectDiffuse_BlinnPhong( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_BlinnPhong
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,rb=`PhysicalMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.diffuseContribution = diffuseColor.rgb * ( 1.0 - metalnessFactor );
material.metalness = metalnessFactor;
vec3 dxy = max( abs( dFdx( nonPerturbedNormal ) ), abs( dFdy( nonPerturbedNormal ) ) );
float geometryRoughness = max( max( dxy.x, dxy.y ), dxy.z );
material.roughness = max( roughnessFactor, 0.045 );
material.roughness += geometryRoughness;
material.roughness = min( material.roughness, 1.0 );
#ifdef USE_DIFFUSE_ROUGHNESS
	float diffuseRoughnessFactor = diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		diffuseRoughnessFactor *= texture2D( diffuseRoughnessMap, vDiffuseRoughnessMapUv ).r;
	#endif
	material.diffuseRoughness = saturate( diffuseRoughnessFactor );
#endif
#ifdef IOR
	material.ior = ior;
	#ifdef USE_SPECULAR
		float specularIntensityFactor = specularIntensity;
		vec3 specularColorFactor = specularColor;
		#ifdef USE_SPECULAR_COLORMAP
			specularColorFactor *= texture2D( specularColorMap, vSpecularColorMapUv ).rgb;
		#endif
		#ifdef USE_SPECULAR_INTENSITYMAP
			specularIntensityFactor *= texture2D( specularIntensityMap, vSpecularIntensityMapUv ).a;
		#endif
		material.specularF90 = mix( specularIntensityFactor, 1.0, metalnessFactor );
	#else
		float specularIntensityFactor = 1.0;
		vec3 specularColorFactor = vec3( 1.0 );
		material.specularF90 = 1.0;
	#endif
	material.specularColor = min( pow2( ( material.ior - 1.0 ) / ( material.ior + 1.0 ) ) * specularColorFactor, vec3( 1.0 ) ) * specularIntensityFactor;
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
#else
	material.specularColor = vec3( 0.04 );
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
	material.specularF90 = 1.0;
#endif
#ifdef USE_CLEARCOAT
	material.clearcoat = clearcoat;
	material.clearcoatRoughness = clearcoatRoughness;
	material.clearcoatF0 = vec3( 0.04 );
	material.clearcoatF90 = 1.0;
	#ifdef USE_CLEARCOATMAP
		material.clearcoat *= texture2D( clearcoatMap, vClearcoatMapUv ).x;
	#endif
	#ifdef USE_CLEARCOAT_ROUGHNESSMAP
		material.clearcoatRoughness *= texture2D( clearcoatRoughnessMap, vClearcoatRoughnessMapUv ).y;
	#endif
	material.clearcoat = saturate( material.clearcoat );	material.clearcoatRoughness = max( material.clearcoatRoughness, 0.045 );
	material.clearcoatRoughness += geometryRoughness;
	material.clearcoatRoughness = min( material.clearcoatRoughness, 1.0 );
#endif
#ifdef USE_DISPERSION
	material.dispersion = dispersion;
#endif
#ifdef USE_RETROREFLECTION
	material.retroreflectivity = retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	material.iridescence = iridescence;
	material.iridescenceIOR = iridescenceIOR;
	#ifdef USE_IRIDESCENCEMAP
		material.iridescence *= texture2D( iridescenceMap, vIridescenceMapUv ).r;
	#endif
	#ifdef USE_IRIDESCENCE_THICKNESSMAP
		material.iridescenceThickness = (iridescenceThicknessMaximum - iridescenceThicknessMinimum) * texture2D( iridescenceThicknessMap, vIridescenceThicknessMapUv ).g + iridescenceThicknessMinimum;
	#else
		material.iridescenceThickness = iridescenceThicknessMaximum;
	#endif
#endif
#ifdef USE_SHEEN
	material.sheenColor = sheenColor;
	#ifdef USE_SHEEN_COLORMAP
		material.sheenColor *= texture2D( sheenColorMap, vSheenColorMapUv ).rgb;
	#endif
	material.sheenRoughness = clamp( sheenRoughness, 0.0001, 1.0 );
	#ifdef USE_SHEEN_ROUGHNESSMAP
		material.sheenRoughness *= texture2D( sheenRoughnessMap, vSheenRoughnessMapUv ).a;
	#endif
#endif
#ifdef USE_ANISOTROPY
	#ifdef USE_ANISOTROPYMAP
		mat2 anisotropyMat = mat2( anisotropyVector.x, anisotropyVector.y, - anisotropyVector.y, anisotropyVector.x );
		vec3 anisotropyPolar = texture2D( anisotropyMap, vAnisotropyMapUv ).rgb;
		vec2 anisotropyV = anisotropyMat * normalize( 2.0 * anisotropyPolar.rg - vec2( 1.0 ) ) * anisotropyPolar.b;
	#else
		vec2 anisotropyV = anisotropyVector;
	#endif
	material.anisotropy = length( anisotropyV );
	if( material.anisotropy == 0.0 ) {
		anisotropyV = vec2( 1.0, 0.0 );
	} else {
		anisotropyV /= material.anisotropy;
		material.anisotropy = saturate( material.anisotropy );
	}
	material.alphaT = mix( pow2( material.roughness ), 1.0, pow2( material.anisotropy ) );
	material.anisotropyT = tbn[ 0 ] * anisotropyV.x + tbn[ 1 ] * anisotropyV.y;
	material.anisotropyB = tbn[ 1 ] * anisotropyV.x - tbn[ 0 ] * anisotropyV.y;
#endif`,ob=`uniform sampler2D dfgLUT;
struct PhysicalMaterial {
	vec3 diffuseColor;
	vec3 diffuseContribution;
	vec3 specularColor;
	vec3 specularColorBlended;
	float roughness;
	float metalness;
	float specularF90;
	float dispersion;
	vec2 dfg;
	vec3 multiScatteringCompensation;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float diffuseRoughness;
	#endif
	#ifdef USE_RETROREFLECTION
		float retroreflectivity;
	#endif
	#ifdef USE_CLEARCOAT
		float clearcoat;
		float clearcoatRoughness;
		vec3 clearcoatF0;
		float clearcoatF90;
	#endif
	#ifdef USE_IRIDESCENCE
		float iridescence;
		float iridescenceIOR;
		float iridescenceThickness;
		vec3 iridescenceFresnel;
		vec3 iridescenceF0Dielectric;
		vec3 iridescenceF0Metallic;
	#endif
	#ifdef USE_SHEEN
		vec3 sheenColor;
		float sheenRoughness;
	#endif
	#ifdef IOR
		float ior;
	#endif
	#ifdef USE_TRANSMISSION
		float transmission;
		float transmissionAlpha;
		float thickness;
		float attenuationDistance;
		vec3 attenuationColor;
	#endif
	#ifdef USE_ANISOTROPY
		float anisotropy;
		float alphaT;
		vec3 anisotropyT;
		vec3 anisotropyB;
	#endif
};
vec3 clearcoatSpecularDirect = vec3( 0.0 );
vec3 clearcoatSpecularIndirect = vec3( 0.0 );
vec3 sheenSpecularDirect = vec3( 0.0 );
vec3 sheenSpecularIndirect = vec3(0.0 );
vec3 Schlick_to_F0( const in vec3 f, const in float f90, const in float dotVH ) {
    float x = clamp( 1.0 - dotVH, 0.0, 1.0 );
    float x2 = x * x;
    float x5 = clamp( x * x2 * x2, 0.0, 0.9999 );
    return ( f - vec3( f90 ) * x5 ) / ( 1.0 - x5 );
}
#ifdef USE_DIFFUSE_ROUGHNESS
	const float EON_EPSILON = 1e-7;
	float FON_DirectionalAlbedo( const in float mu, const in float roughness, const in float A ) {
		float muComp = 1.0 - mu;
		float gOverPi = muComp * ( 0.0571085289 + muComp * ( 0.491881867 + muComp * ( - 0.332181442 + muComp * 0.0714429953 ) ) );
		return A * ( 1.0 + roughness * gOverPi );
	}
	vec3 BRDF_EON( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 diffuseColor, const in float roughness ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return BRDF_Lambert( rho );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float s = dot( lightDir, viewDir ) - dotNL * dotNV;
		float sOverT = ( s > 0.0 ) ? s / max( max( dotNL, dotNV ), EON_EPSILON ) : s;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		vec3 singleScatter = rho * RECIPROCAL_PI * A * ( 1.0 + roughness * sOverT );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		float albedoV = FON_DirectionalAlbedo( dotNV, roughness, A );
		float albedoL = FON_DirectionalAlbedo( dotNL, roughness, A );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		vec3 multiScatter = rhoMultiScatter * RECIPROCAL_PI
			* max( EON_EPSILON, 1.0 - albedoV )
			* max( EON_EPSILON, 1.0 - albedoL )
			/ max( EON_EPSILON, 1.0 - averageAlbedo );
		return singleScatter + multiScatter;
	}
	vec3 EON_DirectionalAlbedo( const in vec3 diffuseColor, const in float roughness, const in float dotNV ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return rho;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		float directionalAlbedo = FON_DirectionalAlbedo( dotNV, roughness, A );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		return rho * directionalAlbedo + rhoMultiScatter * ( 1.0 - directionalAlbedo );
	}
#endif
float V_GGX_SmithCorrelated( const in float alpha, const in float dotNL, const in float dotNV ) {
	float a2 = pow2( alpha );
	float gv = dotNL * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNV ) );
	float gl = dotNV * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNL ) );
	return 0.5 / max( gv + gl, EPSILON );
}
float D_GGX( const in float alpha, const in float dotNH ) {
	float a2 = pow2( alpha );
	float denom = pow2( dotNH ) * ( a2 - 1.0 ) + 1.0;
	return RECIPROCAL_PI * a2 / pow2( denom );
}
#ifdef USE_ANISOTROPY
	float V_GGX_SmithCorrelated_Anisotropic( const in float alphaT, const in float alphaB, const in float dotTV, const in float dotBV, const in float dotTL, const in float dotBL, const in float dotNV, const in float dotNL ) {
		float gv = dotNL * length( vec3( alphaT * dotTV, alphaB * dotBV, dotNV ) );
		float gl = dotNV * length( vec3( alphaT * dotTL, alphaB * dotBL, dotNL ) );
		return 0.5 / max( gv + gl, EPSILON );
	}
	float D_GGX_Anisotropic( const in float alphaT, const in float alphaB, const in float dotNH, const in float dotTH, const in float dotBH ) {
		float a2 = alphaT * alphaB;
		highp vec3 v = vec3( alphaB * dotTH, alphaT * dotBH, a2 * dotNH );
		highp float v2 = dot( v, v );
		float w2 = a2 / v2;
		return RECIPROCAL_PI * a2 * pow2 ( w2 );
	}
#endif
#ifdef USE_CLEARCOAT
	vec3 BRDF_GGX_Clearcoat( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material) {
		vec3 f0 = material.clearcoatF0;
		float f90 = material.clearcoatF90;
		float roughness = max( material.clearcoatRoughness, 0.045 );
		float alpha = pow2( roughness );
		vec3 halfDir = normalize( lightDir + viewDir );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float dotNH = saturate( dot( normal, halfDir ) );
		float dotVH = saturate( dot( viewDir, halfDir ) );
		vec3 F = F_Schlick( f0, f90, dotVH );
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
		return F * ( V * D );
	}
#endif
vec3 BRDF_GGX( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material ) {
	vec3 f0 = material.specularColorBlended;
	float f90 = material.specularF90;
	float roughness = max( material.roughness, 0.045 );
	float alpha = pow2( roughness );
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( f0, f90, dotVH );
	#ifdef USE_IRIDESCENCE
		F = mix( F, material.iridescenceFresnel, material.iridescence );
	#endif
	#ifdef USE_ANISOTROPY
		float dotTL = dot( material.anisotropyT, lightDir );
		float dotTV = dot( material.anisotropyT, viewDir );
		float dotTH = dot( material.anisotropyT, halfDir );
		float dotBL = dot( material.anisotropyB, lightDir );
		float dotBV = dot( material.anisotropyB, viewDir );
		float dotBH = dot( material.anisotropyB, halfDir );
		float alphaT = max( material.alphaT, alpha );
		float V = V_GGX_SmithCorrelated_Anisotropic( alphaT, alpha, dotTV, dotBV, dotTL, dotBL, dotNV, dotNL );
		float D = D_GGX_Anisotropic( alphaT, alpha, dotNH, dotTH, dotBH );
	#else
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
	#endif
	return F * ( V * D );
}
vec2 LTC_Uv( const in vec3 N, const in vec3 V, const in float roughness ) {
	const float LUT_SIZE = 64.0;
	const float LUT_SCALE = ( LUT_SIZE - 1.0 ) / LUT_SIZE;
	const float LUT_BIAS = 0.5 / LUT_SIZE;
	float dotNV = saturate( dot( N, V ) );
	vec2 uv = vec2( roughness, sqrt( 1.0 - dotNV ) );
	uv = uv * LUT_SCALE + LUT_BIAS;
	return uv;
}
float LTC_ClippedSphereFormFactor( const in vec3 f ) {
	float l = length( f );
	return max( ( l * l + f.z ) / ( l + 1.0 ), 0.0 );
}
vec3 LTC_EdgeVectorFormFactor( const in vec3 v1, const in vec3 v2 ) {
	float x = dot( v1, v2 );
	float y = abs( x );
	float a = 0.8543985 + ( 0.4965155 + 0.0145206 * y ) * y;
	float b = 3.4175940 + ( 4.1616724 + y ) * y;
	float v = a / b;
	float theta_sintheta = ( x > 0.0 ) ? v : 0.5 * inversesqrt( max( 1.0 - x * x, 1e-7 ) ) - v;
	return cross( v1, v2 ) * theta_sintheta;
}
vec3 LTC_Evaluate( const in vec3 N, const in vec3 V, const in vec3 P, const in mat3 mInv, const in vec3 rectCoords[ 4 ] ) {
	vec3 v1 = rectCoords[ 1 ] - rectCoords[ 0 ];
	vec3 v2 = rectCoords[ 3 ] - rectCoords[ 0 ];
	vec3 lightNormal = cross( v1, v2 );
	if( dot( lightNormal, P - rectCoords[ 0 ] ) < 0.0 ) return vec3( 0.0 );
	vec3 T1, T2;
	T1 = normalize( V - N * dot( V, N ) );
	T2 = - cross( N, T1 );
	mat3 mat = mInv * transpose( mat3( T1, T2, N ) );
	vec3 coords[ 4 ];
	coords[ 0 ] = mat * ( rectCoords[ 0 ] - P );
	coords[ 1 ] = mat * ( rectCoords[ 1 ] - P );
	coords[ 2 ] = mat * ( rectCoords[ 2 ] - P );
	coords[ 3 ] = mat * ( rectCoords[ 3 ] - P );
	coords[ 0 ] = normalize( coords[ 0 ] );
	coords[ 1 ] = normalize( coords[ 1 ] );
	coords[ 2 ] = normalize( coords[ 2 ] );
	coords[ 3 ] = normalize( coords[ 3 ] );
	vec3 vectorFormFactor = vec3( 0.0 );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 0 ], coords[ 1 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 1 ], coords[ 2 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 2 ], coords[ 3 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 3 ], coords[ 0 ] );
	float result = LTC_ClippedSphereFormFactor( vectorFormFactor );
	return vec3( result );
}
#if defined( USE_SHEEN )
float D_Charlie( float roughness, float dotNH ) {
	float alpha = pow2( roughness );
	float invAlpha = 1.0 / alpha;
	float cos2h = dotNH * dotNH;
	float sin2h = max( 1.0 - cos2h, 0.0078125 );
	return ( 2.0 + invAlpha ) * pow( sin2h, invAlpha * 0.5 ) / ( 2.0 * PI );
}
float V_Neubelt( float dotNV, float dotNL ) {
	return saturate( 1.0 / ( 4.0 * ( dotNL + dotNV - dotNL * dotNV ) ) );
}
vec3 BRDF_Sheen( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, vec3 sheenColor, const in float sheenRoughness ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float D = D_Charlie( sheenRoughness, dotNH );
	float V = V_Neubelt( dotNV, dotNL );
	return sheenColor * ( D * V );
}
#endif
float IBLSheenBRDF( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	float r2 = roughness * roughness;
	float rInv = 1.0 / ( roughness + 0.1 );
	float a = -1.9362 + 1.0678 * roughness + 0.4573 * r2 - 0.8469 * rInv;
	float b = -0.6014 + 0.5538 * roughness - 0.4670 * r2 - 0.1255 * rInv;
	float DG = exp( a * dotNV + b );
	return saturate( DG );
}
vec3 EnvironmentBRDF( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	vec2 fab = texture2D( dfgLUT, vec2( roughness, dotNV ) ).rg;
	return specularColor * fab.x + specularF90 * fab.y;
}
#ifdef USE_IRIDESCENCE
void computeMultiscatteringIridescence( const in vec2 fab, const in vec3 specularColor, const in float specularF90, const in float iridescence, const in vec3 iridescenceF0, inout vec3 singleScatter, inout vec3 multiScatter ) {
#else
void computeMultiscattering( const in vec2 fab, const in vec3 specularColor, const in float specularF90, inout vec3 singleScatter, inout vec3 multiScatter ) {
#endif
	#ifdef USE_IRIDESCENCE
		vec3 Fr = mix( specularColor, iridescenceF0, iridescence );
	#else
		vec3 Fr = specularColor;
	#endif
	vec3 FssEss = Fr * fab.x + specularF90 * fab.y;
	float Ess = fab.x + fab.y;
	float Ems = 1.0 - Ess;
	vec3 Favg = Fr + ( 1.0 - Fr ) * 0.047619;	vec3 Fms = FssEss * Favg / ( 1.0 - Ems * Favg );
	singleScatter += FssEss;
	multiScatter += Fms * Ems;
}
#if NUM_RECT_AREA_LIGHTS > 0
	void RE_Direct_RectArea_Physical( const in RectAreaLight rectAreaLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
		vec3 normal = geometryNormal;
		vec3 viewDir = geometryViewDir;
		vec3 position = geometryPosition;
		vec3 lightPos = rectAreaLight.position;
		vec3 halfWidth = rectAreaLight.halfWidth;
		vec3 halfHeight = rectAreaLight.halfHeight;
		vec3 lightColor = rectAreaLight.color;
		float roughness = material.roughness;
		vec3 rectCoords[ 4 ];
		rectCoords[ 0 ] = lightPos + halfWidth - halfHeight;		rectCoords[ 1 ] = lightPos - halfWidth - halfHeight;
		rectCoords[ 2 ] = lightPos - halfWidth + halfHeight;
		rectCoords[ 3 ] = lightPos + halfWidth + halfHeight;
		vec2 uv = LTC_Uv( normal, viewDir, roughness );
		vec4 t1 = texture2D( ltc_1, uv );
		vec4 t2 = texture2D( ltc_2, uv );
		mat3 mInv = mat3(
			vec3( t1.x, 0, t1.y ),
			vec3(    0, 1,    0 ),
			vec3( t1.z, 0, t1.w )
		);
		vec3 fresnel = ( material.specularColorBlended * t2.x + ( material.specularF90 - material.specularColorBlended ) * t2.y );
		reflectedLight.directSpecular += lightColor * fresnel * LTC_Evaluate( normal, viewDir, position, mInv, rectCoords );
		reflectedLight.directDiffuse += lightColor * material.diffuseContribution * LTC_Evaluate( normal, viewDir, position, mat3( 1.0 ), rectCoords );
		#ifdef USE_CLEARCOAT
			vec3 Ncc = geometryClearcoatNormal;
			vec2 uvClearcoat = LTC_Uv( Ncc, viewDir, material.clearcoatRoughness );
			vec4 t1Clearcoat = texture2D( ltc_1, uvClearcoat );
			vec4 t2Clearcoat = texture2D( ltc_2, uvClearcoat );
			mat3 mInvClearcoat = mat3(
				vec3( t1Clearcoat.x, 0, t1Clearcoat.y ),
				vec3(             0, 1,             0 ),
				vec3( t1Clearcoat.z, 0, t1Clearcoat.w )
			);
			vec3 fresnelClearcoat = material.clearcoatF0 * t2Clearcoat.x + ( material.clearcoatF90 - material.clearcoatF0 ) * t2Clearcoat.y;
			clearcoatSpecularDirect += lightColor * fresnelClearcoat * LTC_Evaluate( Ncc, viewDir, position, mInvClearcoat, rectCoords );
		#endif
	}
#endif
void RE_Direct_Physical( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	#ifdef USE_CLEARCOAT
		float dotNLcc = saturate( dot( geometryClearcoatNormal, directLight.direction ) );
		vec3 ccIrradiance = dotNLcc * directLight.color;
		clearcoatSpecularDirect += ccIrradiance * BRDF_GGX_Clearcoat( directLight.direction, geometryViewDir, geometryClearcoatNormal, material );
	#endif
	#ifdef USE_SHEEN
 
 		sheenSpecularDirect += irradiance * BRDF_Sheen( directLight.direction, geometryViewDir, geometryNormal, material.sheenColor, material.sheenRoughness );
 
 		float sheenAlbedoV = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
 		float sheenAlbedoL = IBLSheenBRDF( geometryNormal, directLight.direction, material.sheenRoughness );
 
 		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * max( sheenAlbedoV, sheenAlbedoL );
 
 		irradiance *= sheenEnergyComp;
 
 	#endif
	vec3 specularBRDF = BRDF_GGX( directLight.direction, geometryViewDir, geometryNormal, material );
	#ifdef USE_RETROREFLECTION
		vec3 retroViewDir = reflect( - geometryViewDir, geometryNormal );
		vec3 retroSpecularBRDF = BRDF_GGX( directLight.direction, retroViewDir, geometryNormal, material );
		specularBRDF = mix( specularBRDF, retroSpecularBRDF, saturate( material.retroreflectivity ) );
	#endif
	reflectedLight.directSpecular += irradiance * specularBRDF * material.multiScatteringCompensation;
	vec3 halfDir = normalize( directLight.direction + geometryViewDir );
	float dotVH = saturate( dot( geometryViewDir, halfDir ) );
	vec3 F = F_Schlick( material.specularColor, material.specularF90, dotVH );
	#ifdef USE_RETROREFLECTION
		vec3 retroHalfDir = normalize( directLight.direction + retroViewDir );
		float dotRetroVH = saturate( dot( retroViewDir, retroHalfDir ) );
		vec3 retroF = F_Schlick( material.specularColor, material.specularF90, dotRetroVH );
		F = mix( F, retroF, saturate( material.retroreflectivity ) );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		vec3 diffuseBRDF = BRDF_EON( directLight.direction, geometryViewDir, geometryNormal, material.diffuseColor, material.diffuseRoughness ) * ( 1.0 - material.metalness );
	#else
		vec3 diffuseBRDF = BRDF_Lambert( material.diffuseContribution );
	#endif
	reflectedLight.directDiffuse += irradiance * diffuseBRDF * ( 1.0 - F );
}
void RE_IndirectDiffuse_Physical( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 singleScattering = vec3( 0.0 );
	vec3 multiScattering = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScattering, multiScattering );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScattering, multiScattering );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuseAlbedo = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness );
		vec3 diffuse = irradiance * RECIPROCAL_PI * diffuseAlbedo * ( 1.0 - singleScattering - multiScattering );
	#else
		vec3 diffuse = irradiance * BRDF_Lambert( material.diffuseContribution ) * ( 1.0 - singleScattering - multiScattering );
	#endif
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		sheenSpecularIndirect += irradiance * material.sheenColor * sheenAlbedo * RECIPROCAL_PI;
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		diffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectDiffuse += diffuse;
}
void RE_IndirectSpecular_Physical( const in vec3 radiance, const in vec3 irradiance, const in vec3 clearcoatRadiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight) {
	#ifdef USE_CLEARCOAT
		clearcoatSpecularIndirect += clearcoatRadiance * EnvironmentBRDF( geometryClearcoatNormal, geometryViewDir, material.clearcoatF0, material.clearcoatF90, material.clearcoatRoughness );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularIndirect += irradiance * material.sheenColor * IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness ) * RECIPROCAL_PI;
 	#endif
	vec3 singleScatteringDielectric = vec3( 0.0 );
	vec3 multiScatteringDielectric = vec3( 0.0 );
	vec3 singleScatteringMetallic = vec3( 0.0 );
	vec3 multiScatteringMetallic = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscatteringIridescence( material.dfg, material.diffuseColor, material.specularF90, material.iridescence, material.iridescenceF0Metallic, singleScatteringMetallic, multiScatteringMetallic );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscattering( material.dfg, material.diffuseColor, material.specularF90, singleScatteringMetallic, multiScatteringMetallic );
	#endif
	vec3 singleScattering = mix( singleScatteringDielectric, singleScatteringMetallic, material.metalness );
	vec3 multiScattering = mix( multiScatteringDielectric, multiScatteringMetallic, material.metalness );
	vec3 totalScatteringDielectric = singleScatteringDielectric + multiScatteringDielectric;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuse = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness ) * ( 1.0 - totalScatteringDielectric );
	#else
		vec3 diffuse = material.diffuseContribution * ( 1.0 - totalScatteringDielectric );
	#endif
	vec3 cosineWeightedIrradiance = irradiance * RECIPROCAL_PI;
	vec3 indirectSpecular = radiance * singleScattering;
	indirectSpecular += multiScattering * cosineWeightedIrradiance;
	vec3 indirectDiffuse = diffuse * cosineWeightedIrradiance;
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		indirectSpecular *= sheenEnergyComp;
		indirectDiffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectSpecular += indirectSpecular;
	reflectedLight.indirectDiffuse += indirectDiffuse;
}
#define RE_Direct				RE_Direct_Physical
#define RE_Direct_RectArea		RE_Direct_RectArea_Physical
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Physical
#define RE_IndirectSpecular		RE_IndirectSpecular_Physical
float computeSpecularOcclusion( const in float dotNV, const in float ambientOcclusion, const in float roughness ) {
	return saturate( pow( dotNV + ambientOcclusion, exp2( - 16.0 * roughness - 1.0 ) ) - 1.0 + ambientOcclusion );
}`,ab=`
vec3 geometryPosition = - vViewPosition;
vec3 geometryNormal = normal;
vec3 geometryViewDir = ( isOrthographic ) ? vec3( 0, 0, 1 ) : normalize( vViewPosition );
vec3 geometryClearcoatNormal = vec3( 0.0 );
#ifdef USE_CLEARCOAT
	geometryClearcoatNormal = clearcoatNormal;
#endif
#ifdef USE_IRIDESCENCE
	float dotNVi = saturate( dot( normal, geometryViewDir ) );
	if ( material.iridescenceThickness == 0.0 ) {
		material.iridescence = 0.0;
	} else {
		material.iridescence = saturate( material.iridescence );
	}
	if ( material.iridescence > 0.0 ) {
		vec3 iridescenceFresnelDielectric = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.specularColor );
		vec3 iridescenceFresnelMetallic = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.diffuseColor );
		material.iridescenceFresnel = mix( iridescenceFresnelDielectric, iridescenceFresnelMetallic, material.metalness );
		material.iridescenceF0Dielectric = Schlick_to_F0( iridescenceFresnelDielectric, 1.0, dotNVi );
		material.iridescenceF0Metallic = Schlick_to_F0( iridescenceFresnelMetallic, 1.0, dotNVi );
	}
#endif
#ifdef STANDARD
	float dotNVms = saturate( dot( geometryNormal, geometryViewDir ) );
	material.dfg = texture2D( dfgLUT, vec2( material.roughness, dotNVms ) ).rg;
	#if ( NUM_SUN_LIGHTS > 0 || NUM_DIR_LIGHTS > 0 || NUM_POINT_LIGHTS > 0 || NUM_SPOT_LIGHTS > 0 )
		float EssMs = material.dfg.x + material.dfg.y;
		material.multiScatteringCompensation = 1.0 + material.specularColorBlended * ( 1.0 / EssMs - 1.0 );
	#endif
#endif
IncidentLight directLight;
#if ( NUM_POINT_LIGHTS > 0 ) && defined( RE_Direct )
	PointLight pointLight;
	#if defined( USE_SHADOWMAP ) && NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
		pointLight = pointLights[ i ];
		getPointLightInfo( pointLight, geometryPosition, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS ) && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
		pointLightShadow = pointLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getPointShadow( pointShadowMap[ i ], pointLightShadow.shadowMapSize, pointLightShadow.shadowIntensity, pointLightShadow.shadowBias, pointLightShadow.shadowRadius, vPointShadowCoord[ i ], pointLightShadow.shadowCameraNear, pointLightShadow.shadowCameraFar ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SPOT_LIGHTS > 0 ) && defined( RE_Direct )
	SpotLight spotLight;
	vec4 spotColor;
	vec3 spotLightCoord;
	bool inSpotLightMap;
	#if defined( USE_SHADOWMAP ) && NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
		spotLight = spotLights[ i ];
		getSpotLightInfo( spotLight, geometryPosition, directLight );
		#if ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#define SPOT_LIGHT_MAP_INDEX UNROLLED_LOOP_INDEX
		#elif ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		#define SPOT_LIGHT_MAP_INDEX NUM_SPOT_LIGHT_MAPS
		#else
		#define SPOT_LIGHT_MAP_INDEX ( UNROLLED_LOOP_INDEX - NUM_SPOT_LIGHT_SHADOWS + NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#endif
		#if ( SPOT_LIGHT_MAP_INDEX < NUM_SPOT_LIGHT_MAPS )
			spotLightCoord = vSpotLightCoord[ i ].xyz / vSpotLightCoord[ i ].w;
			inSpotLightMap = all( lessThan( abs( spotLightCoord * 2. - 1. ), vec3( 1.0 ) ) );
			spotColor = texture2D( spotLightMap[ SPOT_LIGHT_MAP_INDEX ], spotLightCoord.xy );
			directLight.color = inSpotLightMap ? directLight.color * spotColor.rgb : directLight.color;
		#endif
		#undef SPOT_LIGHT_MAP_INDEX
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		spotLightShadow = spotLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( spotShadowMap[ i ], spotLightShadow.shadowMapSize, spotLightShadow.shadowIntensity, spotLightShadow.shadowBias, spotLightShadow.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SUN_LIGHTS > 0 ) && defined( RE_Direct )
	SunLight sunLight;
	#if defined( USE_SHADOWMAP ) && NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHTS; i ++ ) {
		sunLight = sunLights[ i ];
		getSunLightInfo( sunLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SUN_LIGHT_SHADOWS )
		sunLightShadow = sunLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getSunShadow( sunShadowMap[ i ], sunLightShadow, UNROLLED_LOOP_INDEX ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_DIR_LIGHTS > 0 ) && defined( RE_Direct )
	DirectionalLight directionalLight;
	#if defined( USE_SHADOWMAP ) && NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
		directionalLight = directionalLights[ i ];
		getDirectionalLightInfo( directionalLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
		directionalLightShadow = directionalLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( directionalShadowMap[ i ], directionalLightShadow.shadowMapSize, directionalLightShadow.shadowIntensity, directionalLightShadow.shadowBias, directionalLightShadow.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_RECT_AREA_LIGHTS > 0 ) && defined( RE_Direct_RectArea )
	RectAreaLight rectAreaLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_RECT_AREA_LIGHTS; i ++ ) {
		rectAreaLight = rectAreaLights[ i ];
		RE_Direct_RectArea( rectAreaLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if defined( RE_IndirectDiffuse )
	vec3 iblIrradiance = vec3( 0.0 );
	vec3 irradiance = getAmbientLightIrradiance( ambientLightColor );
	#if defined( USE_LIGHT_PROBES )
		irradiance += getLightProbeIrradiance( lightProbe, geometryNormal );
	#endif
	#if ( NUM_HEMI_LIGHTS > 0 )
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_HEMI_LIGHTS; i ++ ) {
			irradiance += getHemisphereLightIrradiance( hemisphereLights[ i ], geometryNormal );
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_LIGHT_PROBE_GRIDS > 0
		vec3 probeWorldPos = ( ( vec4( geometryPosition, 1.0 ) - viewMatrix[ 3 ] ) * viewMatrix ).xyz;
		vec3 probeWorldNormal = transformNormalByInverseViewMatrix( geometryNormal, viewMatrix );
		int probeGrid = - 1;
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( isInsideLightProbeGrid( probeWorldPos, probeWorldNormal, probesMin[ i ], probesMax[ i ], probesResolution[ i ] ) ) probeGrid = UNROLLED_LOOP_INDEX;
		}
		#pragma unroll_loop_end
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( probeGrid == UNROLLED_LOOP_INDEX ) irradiance += getLightProbeGridIrradiance( probesSH[ i ], probesMin[ i ], probesMax[ i ], probesResolution[ i ], probeWorldPos, probeWorldNormal );
		}
		#pragma unroll_loop_end
	#endif
#endif
#if defined( RE_IndirectSpecular )
	vec3 radiance = vec3( 0.0 );
	vec3 clearcoatRadiance = vec3( 0.0 );
#endif`,lb=`#if defined( RE_IndirectDiffuse )
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		vec3 lightMapIrradiance = lightMapTexel.rgb * lightMapIntensity;
		irradiance += lightMapIrradiance;
	#endif
	#if defined( USE_ENVMAP ) && defined( ENVMAP_TYPE_PMREM )
		#if defined( STANDARD ) || defined( LAMBERT ) || defined( PHONG )
			iblIrradiance += getIBLIrradiance( geometryNormal );
		#endif
	#endif
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
	#ifdef USE_ANISOTROPY
		vec3 iblRadiance = getIBLAnisotropyRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
	#else
		vec3 iblRadiance = getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );
	#endif
	#ifdef USE_RETROREFLECTION
		#ifdef USE_ANISOTROPY
			vec3 retroIBLRadiance = getIBLAnisotropyRetroRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
		#else
			vec3 retroIBLRadiance = getIBLRetroRadiance( geometryViewDir, geometryNormal, material.roughness );
		#endif
		iblRadiance = mix( iblRadiance, retroIBLRadiance, saturate( material.retroreflectivity ) );
	#endif
	radiance += iblRadiance;
	#ifdef USE_CLEARCOAT
		clearcoatRadiance += getIBLRadiance( geometryViewDir, geometryClearcoatNormal, material.clearcoatRoughness );
	#endif
#endif`,cb=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,hb=`#if NUM_LIGHT_PROBE_GRIDS > 0
uniform highp sampler3D probesSH[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMin[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMax[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesResolution[ NUM_LIGHT_PROBE_GRIDS ];
bool isInsideLightProbeGrid( vec3 worldPos, vec3 worldNormal, vec3 probesMin, vec3 probesMax, vec3 probesResolution ) {
	vec3 spacing = ( probesMax - probesMin ) / probesResolution;
	vec3 samplePos = worldPos + worldNormal * spacing * 0.5;
	vec3 margin = spacing * 0.01;
	return all( greaterThanEqual( samplePos, probesMin - margin ) ) && all( lessThanEqual( samplePos, probesMax + margin ) );
}
vec3 getLightProbeGridIrradiance( highp sampler3D probesSH, vec3 probesMin, vec3 probesMax, vec3 probesResolution, vec3 worldPos, vec3 worldNormal ) {
	vec3 res = probesResolution;
	vec3 gridRange = probesMax - probesMin;
	vec3 probeSpacing = gridRange / res;
	vec3 samplePos = worldPos + worldNormal * probeSpacing * 0.5;
	vec3 uvw = clamp( ( samplePos - probesMin ) / gridRange, 0.5 / res, 1.0 - 0.5 / res );
	float nz          = res.z;
	float paddedSlices = nz + 2.0;
	float atlasDepth  = 7.0 * paddedSlices;
	float uvZBase     = uvw.z * nz + 1.0;
	vec4 s0 = texture( probesSH, vec3( uvw.xy, ( uvZBase                       ) / atlasDepth ) );
	vec4 s1 = texture( probesSH, vec3( uvw.xy, ( uvZBase +       paddedSlices   ) / atlasDepth ) );
	vec4 s2 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 2.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s3 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 3.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s4 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 4.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s5 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 5.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s6 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 6.0 * paddedSlices   ) / atlasDepth ) );
	vec3 c0 = s0.xyz;
	vec3 c1 = vec3( s0.w, s1.xy );
	vec3 c2 = vec3( s1.zw, s2.x );
	vec3 c3 = s2.yzw;
	vec3 c4 = s3.xyz;
	vec3 c5 = vec3( s3.w, s4.xy );
	vec3 c6 = vec3( s4.zw, s5.x );
	vec3 c7 = s5.yzw;
	vec3 c8 = s6.xyz;
	float x = worldNormal.x, y = worldNormal.y, z = worldNormal.z;
	vec3 result = c0 * 0.886227;
	result += c1 * 2.0 * 0.511664 * y;
	result += c2 * 2.0 * 0.511664 * z;
	result += c3 * 2.0 * 0.511664 * x;
	result += c4 * 2.0 * 0.429043 * x * y;
	result += c5 * 2.0 * 0.429043 * y * z;
	result += c6 * ( 0.743125 * z * z - 0.247708 );
	result += c7 * 2.0 * 0.429043 * x * z;
	result += c8 * 0.429043 * ( x * x - y * y );
	return max( result, vec3( 0.0 ) );
}
#endif`,ub=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,db=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,fb=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,pb=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,mb=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,gb=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,_b=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
	#if defined( USE_POINTS_UV )
		vec2 uv = vUv;
	#else
		vec2 uv = ( uvTransform * vec3( gl_PointCoord.x, 1.0 - gl_PointCoord.y, 1 ) ).xy;
	#endif
#endif
#ifdef USE_MAP
	diffuseColor *= texture2D( map, uv );
#endif
#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, uv ).g;
#endif`,xb=`#if defined( USE_POINTS_UV )
	varying vec2 vUv;
#else
	#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
		uniform mat3 uvTransform;
	#endif
#endif
#ifdef USE_MAP
	uniform sampler2D map;
#endif
#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,yb=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,vb=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,Sb=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,bb=`#if defined( USE_MORPHCOLORS )
	#if defined( USE_COLOR_ALPHA )
		vColor *= morphTargetBaseInfluence;
	#elif defined( USE_COLOR )
		vColor.rgb *= morphTargetBaseInfluence;
	#endif
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor.rgb += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,Mb=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,wb=`#ifdef USE_MORPHTARGETS
	#ifndef USE_INSTANCING_MORPH
		uniform float morphTargetBaseInfluence;
		uniform float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	#endif
	uniform sampler2DArray morphTargetsTexture;
	uniform ivec2 morphTargetsTextureSize;
	vec4 getMorph( const in int vertexIndex, const in int morphTargetIndex, const in int offset ) {
		int texelIndex = vertexIndex * MORPHTARGETS_TEXTURE_STRIDE + offset;
		int y = texelIndex / morphTargetsTextureSize.x;
		int x = texelIndex - y * morphTargetsTextureSize.x;
		ivec3 morphUV = ivec3( x, y, morphTargetIndex );
		return texelFetch( morphTargetsTexture, morphUV, 0 );
	}
#endif`,Tb=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,Eb=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
#ifdef FLAT_SHADED
	vec3 fdx = dFdx( vViewPosition );
	vec3 fdy = dFdy( vViewPosition );
	vec3 normal = normalize( cross( fdx, fdy ) );
#else
	vec3 normal = normalize( vNormal );
	#ifdef DOUBLE_SIDED
		normal *= faceDirection;
	#endif
#endif
#if defined( USE_NORMALMAP_TANGENTSPACE ) || defined( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY )
	#ifdef USE_TANGENT
		mat3 tbn = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn = getTangentFrame( - vViewPosition, normal,
		#if defined( USE_NORMALMAP )
			vNormalMapUv
		#elif defined( USE_CLEARCOAT_NORMALMAP )
			vClearcoatNormalMapUv
		#else
			vUv
		#endif
		);
	#endif
	#ifdef DOUBLE_SIDED
		tbn[0] *= faceDirection;
		tbn[1] *= faceDirection;
	#endif
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	#ifdef USE_TANGENT
		mat3 tbn2 = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn2 = getTangentFrame( - vViewPosition, normal, vClearcoatNormalMapUv );
	#endif
	#ifdef DOUBLE_SIDED
		tbn2[0] *= faceDirection;
		tbn2[1] *= faceDirection;
	#endif
#endif
vec3 nonPerturbedNormal = normal;`,Ab=`#ifdef USE_NORMALMAP_OBJECTSPACE
	normal = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#ifdef FLIP_SIDED
		normal = - normal;
	#endif
	#ifdef DOUBLE_SIDED
		normal = normal * faceDirection;
	#endif
	normal = normalize( normalMatrix * normal );
#elif defined( USE_NORMALMAP_TANGENTSPACE )
	vec3 mapN = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#if defined( USE_PACKED_NORMALMAP )
		mapN = vec3( mapN.xy, sqrt( saturate( 1.0 - dot( mapN.xy, mapN.xy ) ) ) );
	#endif
	mapN.xy *= normalScale;
	normal = normalize( tbn * mapN );
#elif defined( USE_BUMPMAP )
	normal = perturbNormalArb( - vViewPosition, normal, dHdxy_fwd(), faceDirection );
#endif`,Cb=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,Rb=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,Pb=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,Ib=`#ifdef USE_NORMALMAP
	uniform sampler2D normalMap;
	uniform vec2 normalScale;
#endif
#ifdef USE_NORMALMAP_OBJECTSPACE
	uniform mat3 normalMatrix;
#endif
#if ! defined ( USE_TANGENT ) && ( defined ( USE_NORMALMAP_TANGENTSPACE ) || defined ( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY ) )
	mat3 getTangentFrame( vec3 eye_pos, vec3 surf_norm, vec2 uv ) {
		vec3 q0 = dFdx( eye_pos.xyz );
		vec3 q1 = dFdy( eye_pos.xyz );
		vec2 st0 = dFdx( uv.st );
		vec2 st1 = dFdy( uv.st );
		vec3 N = surf_norm;
		vec3 q1perp = cross( q1, N );
		vec3 q0perp = cross( N, q0 );
		vec3 T = q1perp * st0.x + q0perp * st1.x;
		vec3 B = q1perp * st0.y + q0perp * st1.y;
		float det = max( dot( T, T ), dot( B, B ) );
		float scale = ( det == 0.0 ) ? 0.0 : inversesqrt( det );
		return mat3( T * scale, B * scale, N );
	}
#endif`,Lb=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,Db=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,Nb=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,Ub=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,Ob=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,Fb=`vec3 packNormalToRGB( const in vec3 normal ) {
	return normalize( normal ) * 0.5 + 0.5;
}
vec3 unpackRGBToNormal( const in vec3 rgb ) {
	return 2.0 * rgb.xyz - 1.0;
}
const float PackUpscale = 256. / 255.;const float UnpackDownscale = 255. / 256.;const float ShiftRight8 = 1. / 256.;
const float Inv255 = 1. / 255.;
const vec4 PackFactors = vec4( 1.0, 256.0, 256.0 * 256.0, 256.0 * 256.0 * 256.0 );
const vec2 UnpackFactors2 = vec2( UnpackDownscale, 1.0 / PackFactors.g );
const vec3 UnpackFactors3 = vec3( UnpackDownscale / PackFactors.rg, 1.0 / PackFactors.b );
const vec4 UnpackFactors4 = vec4( UnpackDownscale / PackFactors.rgb, 1.0 / PackFactors.a );
vec4 packDepthToRGBA( const in float v ) {
	if( v <= 0.0 )
		return vec4( 0., 0., 0., 0. );
	if( v >= 1.0 )
		return vec4( 1., 1., 1., 1. );
	float vuf;
	float af = modf( v * PackFactors.a, vuf );
	float bf = modf( vuf * ShiftRight8, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec4( vuf * Inv255, gf * PackUpscale, bf * PackUpscale, af );
}
vec3 packDepthToRGB( const in float v ) {
	if( v <= 0.0 )
		return vec3( 0., 0., 0. );
	if( v >= 1.0 )
		return vec3( 1., 1., 1. );
	float vuf;
	float bf = modf( v * PackFactors.b, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec3( vuf * Inv255, gf * PackUpscale, bf );
}
vec2 packDepthToRG( const in float v ) {
	if( v <= 0.0 )
		return vec2( 0., 0. );
	if( v >= 1.0 )
		return vec2( 1., 1. );
	float vuf;
	float gf = modf( v * 256., vuf );
	return vec2( vuf * Inv255, gf );
}
float unpackRGBAToDepth( const in vec4 v ) {
	return dot( v, UnpackFactors4 );
}
float unpackRGBToDepth( const in vec3 v ) {
	return dot( v, UnpackFactors3 );
}
float unpackRGToDepth( const in vec2 v ) {
	return v.r * UnpackFactors2.r + v.g * UnpackFactors2.g;
}
vec4 pack2HalfToRGBA( const in vec2 v ) {
	vec4 r = vec4( v.x, fract( v.x * 255.0 ), v.y, fract( v.y * 255.0 ) );
	return vec4( r.x - r.y / 255.0, r.y, r.z - r.w / 255.0, r.w );
}
vec2 unpackRGBATo2Half( const in vec4 v ) {
	return vec2( v.x + ( v.y / 255.0 ), v.z + ( v.w / 255.0 ) );
}
float viewZToOrthographicDepth( const in float viewZ, const in float near, const in float far ) {
	return ( viewZ + near ) / ( near - far );
}
float orthographicDepthToViewZ( const in float depth, const in float near, const in float far ) {
	#ifdef USE_REVERSED_DEPTH_BUFFER
	
		return depth * ( far - near ) - far;
	#else
		return depth * ( near - far ) - near;
	#endif
}
float viewZToPerspectiveDepth( const in float viewZ, const in float near, const in float far ) {
	return ( ( near + viewZ ) * far ) / ( ( far - near ) * viewZ );
}
float perspectiveDepthToViewZ( const in float depth, const in float near, const in float far ) {
	
	#ifdef USE_REVERSED_DEPTH_BUFFER
		return ( near * far ) / ( ( near - far ) * depth - near );
	#else
		return ( near * far ) / ( ( far - near ) * depth - far );
	#endif
}`,Bb=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,kb=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,zb=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,Vb=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,Gb=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,Hb=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,Wb=`#if NUM_SPOT_LIGHT_COORDS > 0
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#if NUM_SPOT_LIGHT_MAPS > 0
	uniform sampler2D spotLightMap[ NUM_SPOT_LIGHT_MAPS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		#define SUN_LIGHT_CASCADES 2
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#else
			uniform sampler2D sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#endif
		uniform mat4 sunShadowMatrix[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		uniform vec4 sunShadowCascade[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
		struct SunLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SunLightShadow sunLightShadows[ NUM_SUN_LIGHT_SHADOWS ];
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#else
			uniform sampler2D directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#endif
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#else
			uniform sampler2D spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#endif
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform samplerCubeShadow pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#elif defined( SHADOWMAP_TYPE_BASIC )
			uniform samplerCube pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#endif
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float interleavedGradientNoise( vec2 position ) {
			return fract( 52.9829189 * fract( dot( position, vec2( 0.06711056, 0.00583715 ) ) ) );
		}
		vec2 vogelDiskSample( int sampleIndex, int samplesCount, float phi ) {
			const float goldenAngle = 2.399963229728653;
			float r = sqrt( ( float( sampleIndex ) + 0.5 ) / float( samplesCount ) );
			float theta = float( sampleIndex ) * goldenAngle + phi;
			return vec2( cos( theta ), sin( theta ) ) * r;
		}
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float getShadow( sampler2DShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
				vec2 radius = shadowRadius * texelSize;
				float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
				shadow = (
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 0, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 1, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 2, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 3, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 4, 5, phi ) * radius, shadowCoord.z ) )
				) * 0.2;
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#elif defined( SHADOWMAP_TYPE_VSM )
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 distribution = texture2D( shadowMap, shadowCoord.xy ).rg;
				float mean = distribution.x;
				float variance = distribution.y * distribution.y;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					float hard_shadow = step( mean, shadowCoord.z );
				#else
					float hard_shadow = step( shadowCoord.z, mean );
				#endif
				
				if ( hard_shadow == 1.0 ) {
					shadow = 1.0;
				} else {
					variance = max( variance, 0.0000001 );
					float d = shadowCoord.z - mean;
					float p_max = variance / ( variance + d * d );
					p_max = clamp( ( p_max - 0.3 ) / 0.65, 0.0, 1.0 );
					shadow = max( hard_shadow, p_max );
				}
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#else
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				float depth = texture2D( shadowMap, shadowCoord.xy ).r;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					shadow = step( depth, shadowCoord.z );
				#else
					shadow = step( shadowCoord.z, depth );
				#endif
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#endif
	#if NUM_SUN_LIGHT_SHADOWS > 0
		float getSunShadow(
			#if defined( SHADOWMAP_TYPE_PCF )
				sampler2DShadow shadowMap,
			#else
				sampler2D shadowMap,
			#endif
			SunLightShadow sunLightShadow,
			int shadowIndex
		) {
			vec4 shadowWorldPosition = vec4( vSunShadowWorldPosition.xyz + vSunShadowWorldNormal * sunLightShadow.shadowNormalBias, 1.0 );
			float viewDepth = vSunShadowWorldPosition.w;
			int cascadeOffset = shadowIndex * SUN_LIGHT_CASCADES;
			float shadow = 1.0;
			for ( int i = SUN_LIGHT_CASCADES - 1; i >= 0; i -- ) {
				vec4 cascade = sunShadowCascade[ cascadeOffset + i ];
				if ( viewDepth >= cascade.x && viewDepth < cascade.y ) {
					float cascadeShadow = getShadow(
						shadowMap,
						sunLightShadow.shadowMapSize,
						sunLightShadow.shadowIntensity,
						sunLightShadow.shadowBias,
						sunLightShadow.shadowRadius,
						sunShadowMatrix[ cascadeOffset + i ] * shadowWorldPosition
					);
					shadow = mix( cascadeShadow, shadow, smoothstep( cascade.z, cascade.y, viewDepth ) );
				}
			}
			return shadow;
		}
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
	#if defined( SHADOWMAP_TYPE_PCF )
	float getPointShadow( samplerCubeShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 bd3D = normalize( lightToPosition );
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float lightDistance = length( lightToPosition );
			float depthRange = shadowCameraFar - shadowCameraNear;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				float depthA = - shadowCameraNear / depthRange - shadowBias;
				float depthB = shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#else
				float depthA = shadowCameraFar / depthRange + shadowBias;
				float depthB = - shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#endif
			float texelSize = shadowRadius / shadowMapSize.x;
			vec3 absDir = abs( bd3D );
			vec3 tangent = absDir.x > absDir.z ? vec3( 0.0, 1.0, 0.0 ) : vec3( 1.0, 0.0, 0.0 );
			tangent = normalize( cross( bd3D, tangent ) );
			vec3 bitangent = cross( bd3D, tangent );
			float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
			shadow = 0.0;
			for ( int i = 0; i < 5; i ++ ) {
				vec2 offset = vogelDiskSample( i, 5, phi );
				vec3 direction = bd3D + ( tangent * offset.x + bitangent * offset.y ) * texelSize;
				vec3 absDirection = abs( direction );
				float dp = depthA + depthB / max( max( absDirection.x, absDirection.y ), absDirection.z );
				shadow += texture( shadowMap, vec4( direction, dp ) );
			}
			shadow *= 0.2;
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#elif defined( SHADOWMAP_TYPE_BASIC )
	float getPointShadow( samplerCube shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float dp = ( shadowCameraFar * ( viewSpaceZ - shadowCameraNear ) ) / ( viewSpaceZ * ( shadowCameraFar - shadowCameraNear ) );
			dp += shadowBias;
			vec3 bd3D = normalize( lightToPosition );
			float depth = textureCube( shadowMap, bd3D ).r;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				depth = 1.0 - depth;
			#endif
			shadow = step( dp, depth );
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#endif
	#endif
#endif`,Xb=`#if NUM_SPOT_LIGHT_COORDS > 0
	uniform mat4 spotLightMatrix[ NUM_SPOT_LIGHT_COORDS ];
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform mat4 directionalShadowMatrix[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform mat4 pointShadowMatrix[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
#endif`,qb=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
	#ifdef HAS_NORMAL
		vec3 shadowWorldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
	#else
		vec3 shadowWorldNormal = vec3( 0.0 );
	#endif
	vec4 shadowWorldPosition;
#endif
#if defined( USE_SHADOWMAP )
	#if NUM_SUN_LIGHT_SHADOWS > 0
		vSunShadowWorldPosition = vec4( worldPosition.xyz, - mvPosition.z );
		vSunShadowWorldNormal = shadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * directionalLightShadows[ i ].shadowNormalBias, 0 );
			vDirectionalShadowCoord[ i ] = directionalShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * pointLightShadows[ i ].shadowNormalBias, 0 );
			vPointShadowCoord[ i ] = pointShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
#endif
#if NUM_SPOT_LIGHT_COORDS > 0
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_COORDS; i ++ ) {
		shadowWorldPosition = worldPosition;
		#if ( defined( USE_SHADOWMAP ) && UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
			shadowWorldPosition.xyz += shadowWorldNormal * spotLightShadows[ i ].shadowNormalBias;
		#endif
		vSpotLightCoord[ i ] = spotLightMatrix[ i ] * shadowWorldPosition;
	}
	#pragma unroll_loop_end
#endif`,Yb=`float getShadowMask() {
	float shadow = 1.0;
	#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHT_SHADOWS; i ++ ) {
		sunLight = sunLightShadows[ i ];
		shadow *= receiveShadow ? getSunShadow( sunShadowMap[ i ], sunLight, UNROLLED_LOOP_INDEX ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
		directionalLight = directionalLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( directionalShadowMap[ i ], directionalLight.shadowMapSize, directionalLight.shadowIntensity, directionalLight.shadowBias, directionalLight.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_SHADOWS; i ++ ) {
		spotLight = spotLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( spotShadowMap[ i ], spotLight.shadowMapSize, spotLight.shadowIntensity, spotLight.shadowBias, spotLight.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0 && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
	PointLightShadow pointLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
		pointLight = pointLightShadows[ i ];
		shadow *= receiveShadow ? getPointShadow( pointShadowMap[ i ], pointLight.shadowMapSize, pointLight.shadowIntensity, pointLight.shadowBias, pointLight.shadowRadius, vPointShadowCoord[ i ], pointLight.shadowCameraNear, pointLight.shadowCameraFar ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#endif
	return shadow;
}`,$b=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,Zb=`#ifdef USE_SKINNING
	uniform mat4 bindMatrix;
	uniform mat4 bindMatrixInverse;
	uniform highp sampler2D boneTexture;
	mat4 getBoneMatrix( const in float i ) {
		int size = textureSize( boneTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( boneTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( boneTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( boneTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( boneTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
#endif`,Jb=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,Kb=`#ifdef USE_SKINNING
	mat4 skinMatrix = mat4( 0.0 );
	skinMatrix += skinWeight.x * boneMatX;
	skinMatrix += skinWeight.y * boneMatY;
	skinMatrix += skinWeight.z * boneMatZ;
	skinMatrix += skinWeight.w * boneMatW;
	skinMatrix = bindMatrixInverse * skinMatrix * bindMatrix;
	objectNormal = vec4( skinMatrix * vec4( objectNormal, 0.0 ) ).xyz;
	#ifdef USE_TANGENT
		objectTangent = vec4( skinMatrix * vec4( objectTangent, 0.0 ) ).xyz;
	#endif
#endif`,jb=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,Qb=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,eM=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,tM=`#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
uniform float toneMappingExposure;
vec3 LinearToneMapping( vec3 color ) {
	return saturate( toneMappingExposure * color );
}
vec3 ReinhardToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	return saturate( color / ( vec3( 1.0 ) + color ) );
}
vec3 CineonToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	color = max( vec3( 0.0 ), color - 0.004 );
	return pow( ( color * ( 6.2 * color + 0.5 ) ) / ( color * ( 6.2 * color + 1.7 ) + 0.06 ), vec3( 2.2 ) );
}
vec3 RRTAndODTFit( vec3 v ) {
	vec3 a = v * ( v + 0.0245786 ) - 0.000090537;
	vec3 b = v * ( 0.983729 * v + 0.4329510 ) + 0.238081;
	return a / b;
}
vec3 ACESFilmicToneMapping( vec3 color ) {
	const mat3 ACESInputMat = mat3(
		vec3( 0.59719, 0.07600, 0.02840 ),		vec3( 0.35458, 0.90834, 0.13383 ),
		vec3( 0.04823, 0.01566, 0.83777 )
	);
	const mat3 ACESOutputMat = mat3(
		vec3(  1.60475, -0.10208, -0.00327 ),		vec3( -0.53108,  1.10813, -0.07276 ),
		vec3( -0.07367, -0.00605,  1.07602 )
	);
	color *= toneMappingExposure / 0.6;
	color = ACESInputMat * color;
	color = RRTAndODTFit( color );
	color = ACESOutputMat * color;
	return saturate( color );
}
const mat3 LINEAR_REC2020_TO_LINEAR_SRGB = mat3(
	vec3( 1.6605, - 0.1246, - 0.0182 ),
	vec3( - 0.5876, 1.1329, - 0.1006 ),
	vec3( - 0.0728, - 0.0083, 1.1187 )
);
const mat3 LINEAR_SRGB_TO_LINEAR_REC2020 = mat3(
	vec3( 0.6274, 0.0691, 0.0164 ),
	vec3( 0.3293, 0.9195, 0.0880 ),
	vec3( 0.0433, 0.0113, 0.8956 )
);
vec3 agxDefaultContrastApprox( vec3 x ) {
	vec3 x2 = x * x;
	vec3 x4 = x2 * x2;
	return + 15.5 * x4 * x2
		- 40.14 * x4 * x
		+ 31.96 * x4
		- 6.868 * x2 * x
		+ 0.4298 * x2
		+ 0.1191 * x
		- 0.00232;
}
vec3 AgXToneMapping( vec3 color ) {
	const mat3 AgXInsetMatrix = mat3(
		vec3( 0.856627153315983, 0.137318972929847, 0.11189821299995 ),
		vec3( 0.0951212405381588, 0.761241990602591, 0.0767994186031903 ),
		vec3( 0.0482516061458583, 0.101439036467562, 0.811302368396859 )
	);
	const mat3 AgXOutsetMatrix = mat3(
		vec3( 1.1271005818144368, - 0.1413297634984383, - 0.14132976349843826 ),
		vec3( - 0.11060664309660323, 1.157823702216272, - 0.11060664309660294 ),
		vec3( - 0.016493938717834573, - 0.016493938717834257, 1.2519364065950405 )
	);
	const float AgxMinEv = - 12.47393;	const float AgxMaxEv = 4.026069;
	color *= toneMappingExposure;
	color = LINEAR_SRGB_TO_LINEAR_REC2020 * color;
	color = AgXInsetMatrix * color;
	color = max( color, 1e-10 );	color = log2( color );
	color = ( color - AgxMinEv ) / ( AgxMaxEv - AgxMinEv );
	color = clamp( color, 0.0, 1.0 );
	color = agxDefaultContrastApprox( color );
	color = AgXOutsetMatrix * color;
	color = pow( max( vec3( 0.0 ), color ), vec3( 2.2 ) );
	color = LINEAR_REC2020_TO_LINEAR_SRGB * color;
	color = clamp( color, 0.0, 1.0 );
	return color;
}
vec3 NeutralToneMapping( vec3 color ) {
	const float StartCompression = 0.8 - 0.04;
	const float Desaturation = 0.15;
	color *= toneMappingExposure;
	float x = min( color.r, min( color.g, color.b ) );
	float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
	color -= offset;
	float peak = max( color.r, max( color.g, color.b ) );
	if ( peak < StartCompression ) return color;
	float d = 1. - StartCompression;
	float newPeak = 1. - d * d / ( peak + d - StartCompression );
	color *= newPeak / peak;
	float g = 1. - 1. / ( Desaturation * ( peak - newPeak ) + 1. );
	return mix( color, vec3( newPeak ), g );
}
vec3 CustomToneMapping( vec3 color ) { return color; }`,nM=`#ifdef USE_TRANSMISSION
	material.transmission = transmission;
	material.transmissionAlpha = 1.0;
	material.thickness = thickness;
	material.attenuationDistance = attenuationDistance;
	material.attenuationColor = attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		material.transmission *= texture2D( transmissionMap, vTransmissionMapUv ).r;
	#endif
	#ifdef USE_THICKNESSMAP
		material.thickness *= texture2D( thicknessMap, vThicknessMapUv ).g;
	#endif
	vec3 pos = vWorldPosition;
	vec3 v = normalize( cameraPosition - pos );
	vec3 n = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec4 transmitted = getIBLVolumeRefraction(
		n, v, material.roughness, material.diffuseContribution, material.specularColorBlended, material.specularF90,
		pos, modelMatrix, viewMatrix, projectionMatrix, material.dispersion, material.ior, material.thickness,
		material.attenuationColor, material.attenuationDistance );
	material.transmissionAlpha = mix( material.transmissionAlpha, transmitted.a, material.transmission );
	totalDiffuse = mix( totalDiffuse, transmitted.rgb, material.transmission );
#endif`,iM=`#ifdef USE_TRANSMISSION
	uniform float transmission;
	uniform float thickness;
	uniform float attenuationDistance;
	uniform vec3 attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		uniform sampler2D transmissionMap;
	#endif
	#ifdef USE_THICKNESSMAP
		uniform sampler2D thicknessMap;
	#endif
	uniform vec2 transmissionSamplerSize;
	uniform sampler2D transmissionSamplerMap;
	uniform mat4 modelMatrix;
	uniform mat4 projectionMatrix;
	varying vec3 vWorldPosition;
	float w0( float a ) {
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - a + 3.0 ) - 3.0 ) + 1.0 );
	}
	float w1( float a ) {
		return ( 1.0 / 6.0 ) * ( a *  a * ( 3.0 * a - 6.0 ) + 4.0 );
	}
	float w2( float a ){
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - 3.0 * a + 3.0 ) + 3.0 ) + 1.0 );
	}
	float w3( float a ) {
		return ( 1.0 / 6.0 ) * ( a * a * a );
	}
	float g0( float a ) {
		return w0( a ) + w1( a );
	}
	float g1( float a ) {
		return w2( a ) + w3( a );
	}
	float h0( float a ) {
		return - 1.0 + w1( a ) / ( w0( a ) + w1( a ) );
	}
	float h1( float a ) {
		return 1.0 + w3( a ) / ( w2( a ) + w3( a ) );
	}
	vec4 bicubic( sampler2D tex, vec2 uv, vec4 texelSize, float lod ) {
		uv = uv * texelSize.zw + 0.5;
		vec2 iuv = floor( uv );
		vec2 fuv = fract( uv );
		float g0x = g0( fuv.x );
		float g1x = g1( fuv.x );
		float h0x = h0( fuv.x );
		float h1x = h1( fuv.x );
		float h0y = h0( fuv.y );
		float h1y = h1( fuv.y );
		vec2 p0 = ( vec2( iuv.x + h0x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p1 = ( vec2( iuv.x + h1x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p2 = ( vec2( iuv.x + h0x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		vec2 p3 = ( vec2( iuv.x + h1x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		return g0( fuv.y ) * ( g0x * textureLod( tex, p0, lod ) + g1x * textureLod( tex, p1, lod ) ) +
			g1( fuv.y ) * ( g0x * textureLod( tex, p2, lod ) + g1x * textureLod( tex, p3, lod ) );
	}
	vec4 textureBicubic( sampler2D sampler, vec2 uv, float lod ) {
		vec2 fLodSize = vec2( textureSize( sampler, int( lod ) ) );
		vec2 cLodSize = vec2( textureSize( sampler, int( lod + 1.0 ) ) );
		vec2 fLodSizeInv = 1.0 / fLodSize;
		vec2 cLodSizeInv = 1.0 / cLodSize;
		vec4 fSample = bicubic( sampler, uv, vec4( fLodSizeInv, fLodSize ), floor( lod ) );
		vec4 cSample = bicubic( sampler, uv, vec4( cLodSizeInv, cLodSize ), ceil( lod ) );
		return mix( fSample, cSample, fract( lod ) );
	}
	vec3 getVolumeTransmissionRay( const in vec3 n, const in vec3 v, const in float thickness, const in float ior, const in mat4 modelMatrix ) {
		vec3 refractionVector = refract( - v, normalize( n ), 1.0 / ior );
		vec3 modelScale;
		modelScale.x = length( vec3( modelMatrix[ 0 ].xyz ) );
		modelScale.y = length( vec3( modelMatrix[ 1 ].xyz ) );
		modelScale.z = length( vec3( modelMatrix[ 2 ].xyz ) );
		return normalize( refractionVector ) * thickness * modelScale;
	}
	float applyIorToRoughness( const in float roughness, const in float ior ) {
		return roughness * clamp( ior * 2.0 - 2.0, 0.0, 1.0 );
	}
	vec4 getTransmissionSample( const in vec2 fragCoord, const in float roughness, const in float ior ) {
		float lod = log2( transmissionSamplerSize.x ) * applyIorToRoughness( roughness, ior );
		return textureBicubic( transmissionSamplerMap, fragCoord.xy, lod );
	}
	vec3 volumeAttenuation( const in float transmissionDistance, const in vec3 attenuationColor, const in float attenuationDistance ) {
		if ( isinf( attenuationDistance ) ) {
			return vec3( 1.0 );
		} else {
			vec3 attenuationCoefficient = -log( attenuationColor ) / attenuationDistance;
			vec3 transmittance = exp( - attenuationCoefficient * transmissionDistance );			return transmittance;
		}
	}
	vec4 getIBLVolumeRefraction( const in vec3 n, const in vec3 v, const in float roughness, const in vec3 diffuseColor,
		const in vec3 specularColor, const in float specularF90, const in vec3 position, const in mat4 modelMatrix,
		const in mat4 viewMatrix, const in mat4 projMatrix, const in float dispersion, const in float ior, const in float thickness,
		const in vec3 attenuationColor, const in float attenuationDistance ) {
		vec4 transmittedLight;
		vec3 transmittance;
		#ifdef USE_DISPERSION
			float halfSpread = ( ior - 1.0 ) * 0.025 * dispersion;
			vec3 iors = vec3( ior - halfSpread, ior, ior + halfSpread );
			for ( int i = 0; i < 3; i ++ ) {
				vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, iors[ i ], modelMatrix );
				vec3 refractedRayExit = position + transmissionRay;
				vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
				vec2 refractionCoords = ndcPos.xy / ndcPos.w;
				refractionCoords += 1.0;
				refractionCoords /= 2.0;
				vec4 transmissionSample = getTransmissionSample( refractionCoords, roughness, iors[ i ] );
				transmittedLight[ i ] = transmissionSample[ i ];
				transmittedLight.a += transmissionSample.a;
				transmittance[ i ] = diffuseColor[ i ] * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance )[ i ];
			}
			transmittedLight.a /= 3.0;
		#else
			vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, ior, modelMatrix );
			vec3 refractedRayExit = position + transmissionRay;
			vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
			vec2 refractionCoords = ndcPos.xy / ndcPos.w;
			refractionCoords += 1.0;
			refractionCoords /= 2.0;
			transmittedLight = getTransmissionSample( refractionCoords, roughness, ior );
			transmittance = diffuseColor * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance );
		#endif
		vec3 attenuatedColor = transmittance * transmittedLight.rgb;
		vec3 F = EnvironmentBRDF( n, v, specularColor, specularF90, roughness );
		float transmittanceFactor = ( transmittance.r + transmittance.g + transmittance.b ) / 3.0;
		return vec4( ( 1.0 - F ) * attenuatedColor, 1.0 - ( 1.0 - transmittedLight.a ) * transmittanceFactor );
	}
#endif`,sM=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_SPECULARMAP
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,rM=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	uniform mat3 mapTransform;
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	uniform mat3 alphaMapTransform;
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	uniform mat3 lightMapTransform;
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	uniform mat3 aoMapTransform;
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	uniform mat3 bumpMapTransform;
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	uniform mat3 normalMapTransform;
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_DISPLACEMENTMAP
	uniform mat3 displacementMapTransform;
	varying vec2 vDisplacementMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	uniform mat3 emissiveMapTransform;
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	uniform mat3 metalnessMapTransform;
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	uniform mat3 roughnessMapTransform;
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	uniform mat3 diffuseRoughnessMapTransform;
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	uniform mat3 anisotropyMapTransform;
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	uniform mat3 clearcoatMapTransform;
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform mat3 clearcoatNormalMapTransform;
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform mat3 clearcoatRoughnessMapTransform;
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	uniform mat3 sheenColorMapTransform;
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	uniform mat3 sheenRoughnessMapTransform;
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	uniform mat3 iridescenceMapTransform;
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform mat3 iridescenceThicknessMapTransform;
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SPECULARMAP
	uniform mat3 specularMapTransform;
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	uniform mat3 specularColorMapTransform;
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	uniform mat3 specularIntensityMapTransform;
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,oM=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	vUv = vec3( uv, 1 ).xy;
#endif
#ifdef USE_MAP
	vMapUv = ( mapTransform * vec3( MAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ALPHAMAP
	vAlphaMapUv = ( alphaMapTransform * vec3( ALPHAMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_LIGHTMAP
	vLightMapUv = ( lightMapTransform * vec3( LIGHTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_AOMAP
	vAoMapUv = ( aoMapTransform * vec3( AOMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_BUMPMAP
	vBumpMapUv = ( bumpMapTransform * vec3( BUMPMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_NORMALMAP
	vNormalMapUv = ( normalMapTransform * vec3( NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DISPLACEMENTMAP
	vDisplacementMapUv = ( displacementMapTransform * vec3( DISPLACEMENTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_EMISSIVEMAP
	vEmissiveMapUv = ( emissiveMapTransform * vec3( EMISSIVEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_METALNESSMAP
	vMetalnessMapUv = ( metalnessMapTransform * vec3( METALNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ROUGHNESSMAP
	vRoughnessMapUv = ( roughnessMapTransform * vec3( ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	vDiffuseRoughnessMapUv = ( diffuseRoughnessMapTransform * vec3( DIFFUSE_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ANISOTROPYMAP
	vAnisotropyMapUv = ( anisotropyMapTransform * vec3( ANISOTROPYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOATMAP
	vClearcoatMapUv = ( clearcoatMapTransform * vec3( CLEARCOATMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	vClearcoatNormalMapUv = ( clearcoatNormalMapTransform * vec3( CLEARCOAT_NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	vClearcoatRoughnessMapUv = ( clearcoatRoughnessMapTransform * vec3( CLEARCOAT_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCEMAP
	vIridescenceMapUv = ( iridescenceMapTransform * vec3( IRIDESCENCEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	vIridescenceThicknessMapUv = ( iridescenceThicknessMapTransform * vec3( IRIDESCENCE_THICKNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_COLORMAP
	vSheenColorMapUv = ( sheenColorMapTransform * vec3( SHEEN_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	vSheenRoughnessMapUv = ( sheenRoughnessMapTransform * vec3( SHEEN_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULARMAP
	vSpecularMapUv = ( specularMapTransform * vec3( SPECULARMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_COLORMAP
	vSpecularColorMapUv = ( specularColorMapTransform * vec3( SPECULAR_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	vSpecularIntensityMapUv = ( specularIntensityMapTransform * vec3( SPECULAR_INTENSITYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_TRANSMISSIONMAP
	vTransmissionMapUv = ( transmissionMapTransform * vec3( TRANSMISSIONMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_THICKNESSMAP
	vThicknessMapUv = ( thicknessMapTransform * vec3( THICKNESSMAP_UV, 1 ) ).xy;
#endif`,aM=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,lM=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,cM=`uniform sampler2D t2D;
uniform float backgroundIntensity;
varying vec2 vUv;
void main() {
	vec4 texColor = texture2D( t2D, vUv );
	#ifdef DECODE_VIDEO_TEXTURE
		texColor = vec4( mix( pow( texColor.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), texColor.rgb * 0.0773993808, vec3( lessThanEqual( texColor.rgb, vec3( 0.04045 ) ) ) ), texColor.w );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,hM=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,uM=`uniform float backgroundBlurriness;
uniform float backgroundIntensity;
uniform mat3 backgroundRotation;
varying vec3 vWorldDirection;
#include <envmap_common_pars_fragment>
void main() {
	#ifdef ENVMAP_TYPE_PMREM
		vec4 texColor = textureLod( envMap, backgroundRotation * vWorldDirection, roughnessToMip( backgroundBlurriness ) );
	#else
		vec4 texColor = textureCube( envMap, backgroundRotation * vWorldDirection );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,dM=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,fM=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,pM=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
varying vec2 vHighPrecisionZW;
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vHighPrecisionZW = gl_Position.zw;
}`,mM=`#if DEPTH_PACKING == 3200
	uniform float opacity;
#endif
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
varying vec2 vHighPrecisionZW;
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#if DEPTH_PACKING == 3200
		diffuseColor.a = opacity;
	#endif
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <logdepthbuf_fragment>
	#ifdef USE_REVERSED_DEPTH_BUFFER
		float fragCoordZ = vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ];
	#else
		float fragCoordZ = 0.5 * vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ] + 0.5;
	#endif
	#if DEPTH_PACKING == 3200
		gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );
	#elif DEPTH_PACKING == 3201
		gl_FragColor = packDepthToRGBA( fragCoordZ );
	#elif DEPTH_PACKING == 3202
		gl_FragColor = vec4( packDepthToRGB( fragCoordZ ), 1.0 );
	#elif DEPTH_PACKING == 3203
		gl_FragColor = vec4( packDepthToRG( fragCoordZ ), 0.0, 1.0 );
	#endif
}`,gM=`#define DISTANCE
varying vec3 vWorldPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <worldpos_vertex>
	#include <clipping_planes_vertex>
	vWorldPosition = worldPosition.xyz;
}`,_M=`#define DISTANCE
uniform vec3 referencePosition;
uniform float nearDistance;
uniform float farDistance;
varying vec3 vWorldPosition;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	float dist = length( vWorldPosition - referencePosition );
	dist = ( dist - nearDistance ) / ( farDistance - nearDistance );
	dist = saturate( dist );
	gl_FragColor = vec4( dist, 0.0, 0.0, 1.0 );
}`,xM=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,yM=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,vM=`uniform float scale;
attribute float lineDistance;
varying float vLineDistance;
#include <common>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	vLineDistance = scale * lineDistance;
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,SM=`uniform vec3 diffuse;
uniform float opacity;
uniform float dashSize;
uniform float totalSize;
varying float vLineDistance;
#include <common>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	if ( mod( vLineDistance, totalSize ) > dashSize ) {
		discard;
	}
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,bM=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#if defined ( USE_ENVMAP ) || defined ( USE_SKINNING )
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinbase_vertex>
		#include <skinnormal_vertex>
		#include <defaultnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <fog_vertex>
}`,MM=`uniform vec3 diffuse;
uniform float opacity;
#ifndef FLAT_SHADED
	varying vec3 vNormal;
#endif
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		reflectedLight.indirectDiffuse += lightMapTexel.rgb * lightMapIntensity * RECIPROCAL_PI;
	#else
		reflectedLight.indirectDiffuse += vec3( 1.0 );
	#endif
	#include <aomap_fragment>
	reflectedLight.indirectDiffuse *= diffuseColor.rgb;
	vec3 outgoingLight = reflectedLight.indirectDiffuse;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,wM=`#define LAMBERT
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,TM=`#define LAMBERT
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_lambert_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_lambert_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,EM=`#define MATCAP
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <displacementmap_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
	vViewPosition = - mvPosition.xyz;
}`,AM=`#define MATCAP
uniform vec3 diffuse;
uniform float opacity;
uniform sampler2D matcap;
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	vec3 viewDir = normalize( vViewPosition );
	vec3 x = normalize( vec3( viewDir.z, 0.0, - viewDir.x ) );
	vec3 y = cross( viewDir, x );
	vec2 uv = vec2( dot( x, normal ), dot( y, normal ) ) * 0.495 + 0.5;
	#ifdef USE_MATCAP
		vec4 matcapColor = texture2D( matcap, uv );
	#else
		vec4 matcapColor = vec4( vec3( mix( 0.2, 0.8, uv.y ) ), 1.0 );
	#endif
	vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,CM=`#define NORMAL
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	vViewPosition = - mvPosition.xyz;
#endif
}`,RM=`#define NORMAL
uniform float opacity;
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <uv_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 0.0, 0.0, 0.0, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	gl_FragColor = vec4( normalize( normal ) * 0.5 + 0.5, diffuseColor.a );
	#ifdef OPAQUE
		gl_FragColor.a = 1.0;
	#endif
}`,PM=`#define PHONG
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,IM=`#define PHONG
uniform vec3 diffuse;
uniform vec3 emissive;
uniform vec3 specular;
uniform float shininess;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_phong_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_phong_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + reflectedLight.directSpecular + reflectedLight.indirectSpecular + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,LM=`#define STANDARD
varying vec3 vViewPosition;
#ifdef USE_TRANSMISSION
	varying vec3 vWorldPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
#ifdef USE_TRANSMISSION
	vWorldPosition = worldPosition.xyz;
#endif
}`,DM=`#define STANDARD
#ifdef PHYSICAL
	#define IOR
	#define USE_SPECULAR
#endif
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float roughness;
uniform float metalness;
uniform float opacity;
#ifdef IOR
	uniform float ior;
#endif
#ifdef USE_SPECULAR
	uniform float specularIntensity;
	uniform vec3 specularColor;
	#ifdef USE_SPECULAR_COLORMAP
		uniform sampler2D specularColorMap;
	#endif
	#ifdef USE_SPECULAR_INTENSITYMAP
		uniform sampler2D specularIntensityMap;
	#endif
#endif
#ifdef USE_CLEARCOAT
	uniform float clearcoat;
	uniform float clearcoatRoughness;
#endif
#ifdef USE_DIFFUSE_ROUGHNESS
	uniform float diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		uniform sampler2D diffuseRoughnessMap;
	#endif
#endif
#ifdef USE_DISPERSION
	uniform float dispersion;
#endif
#ifdef USE_RETROREFLECTION
	uniform float retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	uniform float iridescence;
	uniform float iridescenceIOR;
	uniform float iridescenceThicknessMinimum;
	uniform float iridescenceThicknessMaximum;
#endif
#ifdef USE_SHEEN
	uniform vec3 sheenColor;
	uniform float sheenRoughness;
	#ifdef USE_SHEEN_COLORMAP
		uniform sampler2D sheenColorMap;
	#endif
	#ifdef USE_SHEEN_ROUGHNESSMAP
		uniform sampler2D sheenRoughnessMap;
	#endif
#endif
#ifdef USE_ANISOTROPY
	uniform vec2 anisotropyVector;
	#ifdef USE_ANISOTROPYMAP
		uniform sampler2D anisotropyMap;
	#endif
#endif
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <iridescence_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_physical_pars_fragment>
#include <transmission_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <clearcoat_pars_fragment>
#include <iridescence_pars_fragment>
#include <roughnessmap_pars_fragment>
#include <metalnessmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <roughnessmap_fragment>
	#include <metalnessmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <clearcoat_normal_fragment_begin>
	#include <clearcoat_normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_physical_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 totalDiffuse = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse;
	vec3 totalSpecular = reflectedLight.directSpecular + reflectedLight.indirectSpecular;
	#include <transmission_fragment>
	vec3 outgoingLight = totalDiffuse + totalSpecular + totalEmissiveRadiance;
	#ifdef USE_SHEEN
 
		outgoingLight = outgoingLight + sheenSpecularDirect + sheenSpecularIndirect;
 
 	#endif
	#ifdef USE_CLEARCOAT
		float dotNVcc = saturate( dot( geometryClearcoatNormal, geometryViewDir ) );
		vec3 Fcc = F_Schlick( material.clearcoatF0, material.clearcoatF90, dotNVcc );
		outgoingLight = outgoingLight * ( 1.0 - material.clearcoat * Fcc ) + ( clearcoatSpecularDirect + clearcoatSpecularIndirect ) * material.clearcoat;
	#endif
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,NM=`#define TOON
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,UM=`#define TOON
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <gradientmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_toon_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_toon_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,OM=`uniform float size;
uniform float scale;
#include <common>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#ifdef USE_POINTS_UV
	varying vec2 vUv;
	uniform mat3 uvTransform;
#endif
void main() {
	#ifdef USE_POINTS_UV
		vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	#endif
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	gl_PointSize = size;
	#ifdef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) gl_PointSize *= ( scale / - mvPosition.z );
	#endif
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <fog_vertex>
}`,FM=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <color_pars_fragment>
#include <map_particle_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_particle_fragment>
	#include <color_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,BM=`#include <common>
#include <batching_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <shadowmap_pars_vertex>
void main() {
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,kM=`uniform vec3 color;
uniform float opacity;
#include <common>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <logdepthbuf_pars_fragment>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
void main() {
	#include <logdepthbuf_fragment>
	gl_FragColor = vec4( color, opacity * ( 1.0 - getShadowMask() ) );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,zM=`uniform float rotation;
uniform vec2 center;
#include <common>
#include <uv_pars_vertex>
#include <fog_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	vec4 mvPosition = modelViewMatrix[ 3 ];
	vec2 scale = vec2( length( modelMatrix[ 0 ].xyz ), length( modelMatrix[ 1 ].xyz ) );
	#ifndef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) scale *= - mvPosition.z;
	#endif
	vec2 alignedPosition = ( position.xy - ( center - vec2( 0.5 ) ) ) * scale;
	vec2 rotatedPosition;
	rotatedPosition.x = cos( rotation ) * alignedPosition.x - sin( rotation ) * alignedPosition.y;
	rotatedPosition.y = sin( rotation ) * alignedPosition.x + cos( rotation ) * alignedPosition.y;
	mvPosition.xy += rotatedPosition;
	gl_Position = projectionMatrix * mvPosition;
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,VM=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`,gt={alphahash_fragment:cS,alphahash_pars_fragment:hS,alphamap_fragment:uS,alphamap_pars_fragment:dS,alphatest_fragment:fS,alphatest_pars_fragment:pS,aomap_fragment:mS,aomap_pars_fragment:gS,batching_pars_vertex:_S,batching_vertex:xS,begin_vertex:yS,beginnormal_vertex:vS,bsdfs:SS,iridescence_fragment:bS,bumpmap_pars_fragment:MS,clipping_planes_fragment:wS,clipping_planes_pars_fragment:TS,clipping_planes_pars_vertex:ES,clipping_planes_vertex:AS,color_fragment:CS,color_pars_fragment:RS,color_pars_vertex:PS,color_vertex:IS,common:LS,defaultnormal_vertex:DS,displacementmap_pars_vertex:NS,displacementmap_vertex:US,emissivemap_fragment:OS,emissivemap_pars_fragment:FS,colorspace_fragment:BS,colorspace_pars_fragment:kS,envmap_fragment:zS,envmap_common_pars_fragment:VS,envmap_pars_fragment:GS,envmap_pars_vertex:HS,envmap_physical_pars_fragment:eb,envmap_vertex:WS,fog_vertex:XS,fog_pars_vertex:qS,fog_fragment:YS,fog_pars_fragment:$S,gradientmap_pars_fragment:ZS,lightmap_pars_fragment:JS,lights_lambert_fragment:KS,lights_lambert_pars_fragment:jS,lights_pars_begin:QS,lights_toon_fragment:tb,lights_toon_pars_fragment:nb,lights_phong_fragment:ib,lights_phong_pars_fragment:sb,lights_physical_fragment:rb,lights_physical_pars_fragment:ob,lights_fragment_begin:ab,lights_fragment_maps:lb,lights_fragment_end:cb,lightprobes_pars_fragment:hb,logdepthbuf_fragment:ub,logdepthbuf_pars_fragment:db,logdepthbuf_pars_vertex:fb,logdepthbuf_vertex:pb,map_fragment:mb,map_pars_fragment:gb,map_particle_fragment:_b,map_particle_pars_fragment:xb,metalnessmap_fragment:yb,metalnessmap_pars_fragment:vb,morphinstance_vertex:Sb,morphcolor_vertex:bb,morphnormal_vertex:Mb,morphtarget_pars_vertex:wb,morphtarget_vertex:Tb,normal_fragment_begin:Eb,normal_fragment_maps:Ab,normal_pars_fragment:Cb,normal_pars_vertex:Rb,normal_vertex:Pb,normalmap_pars_fragment:Ib,clearcoat_normal_fragment_begin:Lb,clearcoat_normal_fragment_maps:Db,clearcoat_pars_fragment:Nb,iridescence_pars_fragment:Ub,opaque_fragment:Ob,packing:Fb,premultiplied_alpha_fragment:Bb,project_vertex:kb,dithering_fragment:zb,dithering_pars_fragment:Vb,roughnessmap_fragment:Gb,roughnessmap_pars_fragment:Hb,shadowmap_pars_fragment:Wb,shadowmap_pars_vertex:Xb,shadowmap_vertex:qb,shadowmask_pars_fragment:Yb,skinbase_vertex:$b,skinning_pars_vertex:Zb,skinning_vertex:Jb,skinnormal_vertex:Kb,specularmap_fragment:jb,specularmap_pars_fragment:Qb,tonemapping_fragment:eM,tonemapping_pars_fragment:tM,transmission_fragment:nM,transmission_pars_fragment:iM,uv_pars_fragment:sM,uv_pars_vertex:rM,uv_vertex:oM,worldpos_vertex:aM,background_vert:lM,background_frag:cM,backgroundCube_vert:hM,backgroundCube_frag:uM,cube_vert:dM,cube_frag:fM,depth_vert:pM,depth_frag:mM,distance_vert:gM,distance_frag:_M,equirect_vert:xM,equirect_frag:yM,linedashed_vert:vM,linedashed_frag:SM,meshbasic_vert:bM,meshbasic_frag:MM,meshlambert_vert:wM,meshlambert_frag:TM,meshmatcap_vert:EM,meshmatcap_frag:AM,meshnormal_vert:CM,meshnormal_frag:RM,meshphong_vert:PM,meshphong_frag:IM,meshphysical_vert:LM,meshphysical_frag:DM,meshtoon_vert:NM,meshtoon_frag:UM,points_vert:OM,points_frag:FM,shadow_vert:BM,shadow_frag:kM,sprite_vert:zM,sprite_frag:VM},Ue={common:{diffuse:{value:new bt(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new rt},alphaMap:{value:null},alphaMapTransform:{value:new rt},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new rt}},envmap:{envMap:{value:null},envMapRotation:{value:new rt},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new rt}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new rt}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new rt},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new rt},normalScale:{value:new je(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new rt},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new rt}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new rt}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new rt}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new bt(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new bt(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new rt},alphaTest:{value:0},uvTransform:{value:new rt}},sprite:{diffuse:{value:new bt(16777215)},opacity:{value:1},center:{value:new je(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new rt},alphaMap:{value:null},alphaMapTransform:{value:new rt},alphaTest:{value:0}}},ds={basic:{uniforms:Kn([Ue.common,Ue.specularmap,Ue.envmap,Ue.aomap,Ue.lightmap,Ue.fog]),vertexShader:gt.meshbasic_vert,fragmentShader:gt.meshbasic_frag},lambert:{uniforms:Kn([Ue.common,Ue.specularmap,Ue.envmap,Ue.aomap,Ue.lightmap,Ue.emissivemap,Ue.bumpmap,Ue.normalmap,Ue.displacementmap,Ue.fog,Ue.lights,{emissive:{value:new bt(0)},envMapIntensity:{value:1}}]),vertexShader:gt.meshlambert_vert,fragmentShader:gt.meshlambert_frag},phong:{uniforms:Kn([Ue.common,Ue.specularmap,Ue.envmap,Ue.aomap,Ue.lightmap,Ue.emissivemap,Ue.bumpmap,Ue.normalmap,Ue.displacementmap,Ue.fog,Ue.lights,{emissive:{value:new bt(0)},specular:{value:new bt(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:gt.meshphong_vert,fragmentShader:gt.meshphong_frag},standard:{uniforms:Kn([Ue.common,Ue.envmap,Ue.aomap,Ue.lightmap,Ue.emissivemap,Ue.bumpmap,Ue.normalmap,Ue.displacementmap,Ue.roughnessmap,Ue.metalnessmap,Ue.fog,Ue.lights,{emissive:{value:new bt(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:gt.meshphysical_vert,fragmentShader:gt.meshphysical_frag},toon:{uniforms:Kn([Ue.common,Ue.aomap,Ue.lightmap,Ue.emissivemap,Ue.bumpmap,Ue.normalmap,Ue.displacementmap,Ue.gradientmap,Ue.fog,Ue.lights,{emissive:{value:new bt(0)}}]),vertexShader:gt.meshtoon_vert,fragmentShader:gt.meshtoon_frag},matcap:{uniforms:Kn([Ue.common,Ue.bumpmap,Ue.normalmap,Ue.displacementmap,Ue.fog,{matcap:{value:null}}]),vertexShader:gt.meshmatcap_vert,fragmentShader:gt.meshmatcap_frag},points:{uniforms:Kn([Ue.points,Ue.fog]),vertexShader:gt.points_vert,fragmentShader:gt.points_frag},dashed:{uniforms:Kn([Ue.common,Ue.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:gt.linedashed_vert,fragmentShader:gt.linedashed_frag},depth:{uniforms:Kn([Ue.common,Ue.displacementmap]),vertexShader:gt.depth_vert,fragmentShader:gt.depth_frag},normal:{uniforms:Kn([Ue.common,Ue.bumpmap,Ue.normalmap,Ue.displacementmap,{opacity:{value:1}}]),vertexShader:gt.meshnormal_vert,fragmentShader:gt.meshnormal_frag},sprite:{uniforms:Kn([Ue.sprite,Ue.fog]),vertexShader:gt.sprite_vert,fragmentShader:gt.sprite_frag},background:{uniforms:{uvTransform:{value:new rt},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:gt.background_vert,fragmentShader:gt.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new rt}},vertexShader:gt.backgroundCube_vert,fragmentShader:gt.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:gt.cube_vert,fragmentShader:gt.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:gt.equirect_vert,fragmentShader:gt.equirect_frag},distance:{uniforms:Kn([Ue.common,Ue.displacementmap,{referencePosition:{value:new $},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:gt.distance_vert,fragmentShader:gt.distance_frag},shadow:{uniforms:Kn([Ue.lights,Ue.fog,{color:{value:new bt(0)},opacity:{value:1}}]),vertexShader:gt.shadow_vert,fragmentShader:gt.shadow_frag}};ds.physical={uniforms:Kn([ds.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new rt},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new rt},clearcoatNormalScale:{value:new je(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new rt},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new rt},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new rt},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new rt},sheen:{value:0},sheenColor:{value:new bt(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new rt},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new rt},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new rt},transmissionSamplerSize:{value:new je},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new rt},attenuationDistance:{value:0},attenuationColor:{value:new bt(0)},specularColor:{value:new bt(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new rt},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new rt},anisotropyVector:{value:new je},anisotropyMap:{value:null},anisotropyMapTransform:{value:new rt}}]),vertexShader:gt.meshphysical_vert,fragmentShader:gt.meshphysical_frag};var Vh={r:0,b:0,g:0},GM=new qt,_0=new rt;_0.set(-1,0,0,0,1,0,0,0,1);function HM(n,e,t,i,s,r){let o=new bt(0),a=s===!0?0:1,l,c,h=null,d=0,u=null;function f(S){let P=S.isScene===!0?S.background:null;if(P&&P.isTexture){let T=S.backgroundBlurriness>0;P=e.get(P,T)}return P}function g(S){let P=!1,T=f(S);T===null?m(o,a):T&&T.isColor&&(m(T,1),P=!0);let L=n.xr.getEnvironmentBlendMode();L==="additive"?t.buffers.color.setClear(0,0,0,1,r):L==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,r),(n.autoClear||P)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),n.clear(n.autoClearColor,n.autoClearDepth,n.autoClearStencil))}function v(S,P){let T=f(P);T&&T.isCubeTexture?(c===void 0&&(c=new Mi(new Mo(1,1,1),new cs({name:"BackgroundCubeMaterial",uniforms:Pr(ds.backgroundCube.uniforms),vertexShader:ds.backgroundCube.vertexShader,fragmentShader:ds.backgroundCube.fragmentShader,side:ri,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),c.geometry.deleteAttribute("uv"),c.onBeforeRender=function(L,A,x){this.matrixWorld.copyPosition(x.matrixWorld)},Object.defineProperty(c.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),i.update(c)),c.material.uniforms.envMap.value=T,c.material.uniforms.backgroundBlurriness.value=P.backgroundBlurriness,c.material.uniforms.backgroundIntensity.value=P.backgroundIntensity,c.material.uniforms.backgroundRotation.value.setFromMatrix4(GM.makeRotationFromEuler(P.backgroundRotation)).transpose(),T.isRenderTargetTexture===!1&&c.material.uniforms.backgroundRotation.value.premultiply(_0),c.material.toneMapped=Tt.getTransfer(T.colorSpace)!==Dt,(h!==T||d!==T.version||u!==n.toneMapping)&&(c.material.needsUpdate=!0,h=T,d=T.version,u=n.toneMapping),c.layers.enableAll(),S.unshift(c,c.geometry,c.material,0,0,null)):T&&T.isTexture&&(l===void 0&&(l=new Mi(new Fa(2,2),new cs({name:"BackgroundMaterial",uniforms:Pr(ds.background.uniforms),vertexShader:ds.background.vertexShader,fragmentShader:ds.background.fragmentShader,side:cr,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),Object.defineProperty(l.material,"map",{get:function(){return this.uniforms.t2D.value}}),i.update(l)),l.material.uniforms.t2D.value=T,l.material.uniforms.backgroundIntensity.value=P.backgroundIntensity,l.material.toneMapped=Tt.getTransfer(T.colorSpace)!==Dt,T.matrixAutoUpdate===!0&&T.updateMatrix(),l.material.uniforms.uvTransform.value.copy(T.matrix),(h!==T||d!==T.version||u!==n.toneMapping)&&(l.material.needsUpdate=!0,h=T,d=T.version,u=n.toneMapping),l.layers.enableAll(),S.unshift(l,l.geometry,l.material,0,0,null))}function m(S,P){S.getRGB(Vh,Qd(n)),t.buffers.color.setClear(Vh.r,Vh.g,Vh.b,P,r)}function p(){c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0),l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0)}return{getClearColor:function(){return o},setClearColor:function(S,P=1){o.set(S),a=P,m(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(S){a=S,m(o,a)},render:g,addToRenderList:v,dispose:p}}function WM(n,e){let t=n.getParameter(n.MAX_VERTEX_ATTRIBS),i={},s=u(null),r=s,o=!1;function a(O,G,X,U,q){let J=!1,W=d(O,U,X,G);r!==W&&(r=W,c(r.object)),J=f(O,U,X,q),J&&g(O,U,X,q),q!==null&&e.update(q,n.ELEMENT_ARRAY_BUFFER),(J||o)&&(o=!1,T(O,G,X,U),q!==null&&n.bindBuffer(n.ELEMENT_ARRAY_BUFFER,e.get(q).buffer))}function l(){return n.createVertexArray()}function c(O){return n.bindVertexArray(O)}function h(O){return n.deleteVertexArray(O)}function d(O,G,X,U){let q=U.wireframe===!0,J=i[G.id];J===void 0&&(J={},i[G.id]=J);let W=O.isInstancedMesh===!0?O.id:0,ue=J[W];ue===void 0&&(ue={},J[W]=ue);let Q=ue[X.id];Q===void 0&&(Q={},ue[X.id]=Q);let te=Q[q];return te===void 0&&(te=u(l()),Q[q]=te),te}function u(O){let G=[],X=[],U=[];for(let q=0;q<t;q++)G[q]=0,X[q]=0,U[q]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:G,enabledAttributes:X,attributeDivisors:U,object:O,attributes:{},index:null}}function f(O,G,X,U){let q=r.attributes,J=G.attributes,W=0,ue=X.getAttributes();for(let Q in ue)if(ue[Q].location>=0){let oe=q[Q],pe=J[Q];if(pe===void 0&&(Q==="instanceMatrix"&&O.instanceMatrix&&(pe=O.instanceMatrix),Q==="instanceColor"&&O.instanceColor&&(pe=O.instanceColor)),oe===void 0||oe.attribute!==pe||pe&&oe.data!==pe.data)return!0;W++}return r.attributesNum!==W||r.index!==U}function g(O,G,X,U){let q={},J=G.attributes,W=0,ue=X.getAttributes();for(let Q in ue)if(ue[Q].location>=0){let oe=J[Q];oe===void 0&&(Q==="instanceMatrix"&&O.instanceMatrix&&(oe=O.instanceMatrix),Q==="instanceColor"&&O.instanceColor&&(oe=O.instanceColor));let pe={};pe.attribute=oe,oe&&oe.data&&(pe.data=oe.data),q[Q]=pe,W++}r.attributes=q,r.attributesNum=W,r.index=U}function v(){let O=r.newAttributes;for(let G=0,X=O.length;G<X;G++)O[G]=0}function m(O){p(O,0)}function p(O,G){let X=r.newAttributes,U=r.enabledAttributes,q=r.attributeDivisors;X[O]=1,U[O]===0&&(n.enableVertexAttribArray(O),U[O]=1),q[O]!==G&&(n.vertexAttribDivisor(O,G),q[O]=G)}function S(){let O=r.newAttributes,G=r.enabledAttributes;for(let X=0,U=G.length;X<U;X++)G[X]!==O[X]&&(n.disableVertexAttribArray(X),G[X]=0)}function P(O,G,X,U,q,J,W){W===!0?n.vertexAttribIPointer(O,G,X,q,J):n.vertexAttribPointer(O,G,X,U,q,J)}function T(O,G,X,U){v();let q=U.attributes,J=X.getAttributes(),W=G.defaultAttributeValues;for(let ue in J){let Q=J[ue];if(Q.location>=0){let te=q[ue];if(te===void 0&&(ue==="instanceMatrix"&&O.instanceMatrix&&(te=O.instanceMatrix),ue==="instanceColor"&&O.instanceColor&&(te=O.instanceColor)),te!==void 0){let oe=te.normalized,pe=te.itemSize,fe=e.get(te);if(fe===void 0)continue;let ne=fe.buffer,_e=fe.type,ve=fe.bytesPerElement,Re=_e===n.INT||_e===n.UNSIGNED_INT||te.gpuType===sh;if(te.isInterleavedBufferAttribute){let we=te.data,qe=we.isInterleavedBuffer===!0?we.stride:we.itemSize,ct=te.offset;if(we.isInstancedInterleavedBuffer||we.isInstancedBufferAttribute){for(let We=0;We<Q.locationSize;We++)p(Q.location+We,we.meshPerAttribute);O.isInstancedMesh!==!0&&U._maxInstanceCount===void 0&&(U._maxInstanceCount=we.meshPerAttribute*we.count)}else for(let We=0;We<Q.locationSize;We++)m(Q.location+We);n.bindBuffer(n.ARRAY_BUFFER,ne);for(let We=0;We<Q.locationSize;We++)P(Q.location+We,pe/Q.locationSize,_e,oe,qe*ve,(ct+pe/Q.locationSize*We)*ve,Re)}else{if(te.isInstancedBufferAttribute){for(let we=0;we<Q.locationSize;we++)p(Q.location+we,te.meshPerAttribute);O.isInstancedMesh!==!0&&U._maxInstanceCount===void 0&&(U._maxInstanceCount=te.meshPerAttribute*te.count)}else for(let we=0;we<Q.locationSize;we++)m(Q.location+we);n.bindBuffer(n.ARRAY_BUFFER,ne);for(let we=0;we<Q.locationSize;we++)P(Q.location+we,pe/Q.locationSize,_e,oe,pe*ve,pe/Q.locationSize*we*ve,Re)}}else if(W!==void 0){let oe=W[ue];if(oe!==void 0)switch(oe.length){case 2:n.vertexAttrib2fv(Q.location,oe);break;case 3:n.vertexAttrib3fv(Q.location,oe);break;case 4:n.vertexAttrib4fv(Q.location,oe);break;default:n.vertexAttrib1fv(Q.location,oe)}}}}S()}function L(){V();for(let O in i){let G=i[O];for(let X in G){let U=G[X];for(let q in U){let J=U[q];for(let W in J)h(J[W].object),delete J[W];delete U[q]}}delete i[O]}}function A(O){if(i[O.id]===void 0)return;let G=i[O.id];for(let X in G){let U=G[X];for(let q in U){let J=U[q];for(let W in J)h(J[W].object),delete J[W];delete U[q]}}delete i[O.id]}function x(O){for(let G in i){let X=i[G];for(let U in X){let q=X[U];if(q[O.id]===void 0)continue;let J=q[O.id];for(let W in J)h(J[W].object),delete J[W];delete q[O.id]}}}function E(O){for(let G in i){let X=i[G],U=O.isInstancedMesh===!0?O.id:0,q=X[U];if(q!==void 0){for(let J in q){let W=q[J];for(let ue in W)h(W[ue].object),delete W[ue];delete q[J]}delete X[U],Object.keys(X).length===0&&delete i[G]}}}function V(){F(),o=!0,r!==s&&(r=s,c(r.object))}function F(){s.geometry=null,s.program=null,s.wireframe=!1}return{setup:a,reset:V,resetDefaultState:F,dispose:L,releaseStatesOfGeometry:A,releaseStatesOfObject:E,releaseStatesOfProgram:x,initAttributes:v,enableAttribute:m,disableUnusedAttributes:S}}function XM(n,e,t){let i;function s(l){i=l}function r(l,c){n.drawArrays(i,l,c),t.update(c,i,1)}function o(l,c,h){h!==0&&(n.drawArraysInstanced(i,l,c,h),t.update(c,i,h))}function a(l,c,h){if(h===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(i,l,0,c,0,h);let u=0;for(let f=0;f<h;f++)u+=c[f];t.update(u,i,1)}this.setMode=s,this.render=r,this.renderInstances=o,this.renderMultiDraw=a}function qM(n,e,t,i){let s;function r(){if(s!==void 0)return s;if(e.has("EXT_texture_filter_anisotropic")===!0){let x=e.get("EXT_texture_filter_anisotropic");s=n.getParameter(x.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else s=0;return s}function o(x){return!(x!==Yi&&i.convert(x)!==n.getParameter(n.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(x){let E=x===qi&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(x!==ci&&x!==Xi&&!E&&i.convert(x)!==n.getParameter(n.IMPLEMENTATION_COLOR_READ_TYPE))}function l(x){if(x==="highp"){if(n.getShaderPrecisionFormat(n.VERTEX_SHADER,n.HIGH_FLOAT).precision>0&&n.getShaderPrecisionFormat(n.FRAGMENT_SHADER,n.HIGH_FLOAT).precision>0)return"highp";x="mediump"}return x==="mediump"&&n.getShaderPrecisionFormat(n.VERTEX_SHADER,n.MEDIUM_FLOAT).precision>0&&n.getShaderPrecisionFormat(n.FRAGMENT_SHADER,n.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let c=t.precision!==void 0?t.precision:"highp",h=l(c);h!==c&&(Je("WebGLRenderer:",c,"not supported, using",h,"instead."),c=h);let d=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),u=t.logarithmicDepthBuffer===!0&&d===!1;t.reversedDepthBuffer===!0&&d===!1&&Je("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&d===!0&&Je("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let f=n.getParameter(n.MAX_TEXTURE_IMAGE_UNITS),g=n.getParameter(n.MAX_VERTEX_TEXTURE_IMAGE_UNITS),v=n.getParameter(n.MAX_TEXTURE_SIZE),m=n.getParameter(n.MAX_CUBE_MAP_TEXTURE_SIZE),p=n.getParameter(n.MAX_VERTEX_ATTRIBS),S=n.getParameter(n.MAX_VERTEX_UNIFORM_VECTORS),P=n.getParameter(n.MAX_VARYING_VECTORS),T=n.getParameter(n.MAX_FRAGMENT_UNIFORM_VECTORS),L=n.getParameter(n.MAX_SAMPLES),A=n.getParameter(n.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:r,getMaxPrecision:l,textureFormatReadable:o,textureTypeReadable:a,precision:c,logarithmicDepthBuffer:u,reversedDepthBuffer:d,maxTextures:f,maxVertexTextures:g,maxTextureSize:v,maxCubemapSize:m,maxAttributes:p,maxVertexUniforms:S,maxVaryings:P,maxFragmentUniforms:T,maxSamples:L,samples:A}}function YM(n){let e=this,t=null,i=0,s=!1,r=!1,o=new xi,a=new rt,l={value:null,needsUpdate:!1};this.uniform=l,this.numPlanes=0,this.numIntersection=0,this.init=function(d,u){let f=d.length!==0||u||i!==0||s;return s=u,i=d.length,f},this.beginShadows=function(){r=!0,h(null)},this.endShadows=function(){r=!1},this.setGlobalState=function(d,u){t=h(d,u,0)},this.setState=function(d,u,f){let g=d.clippingPlanes,v=d.clipIntersection,m=d.clipShadows,p=n.get(d);if(!s||g===null||g.length===0||r&&!m)r?h(null):c();else{let S=r?0:i,P=S*4,T=p.clippingState||null;l.value=T,T=h(g,u,P,f);for(let L=0;L!==P;++L)T[L]=t[L];p.clippingState=T,this.numIntersection=v?this.numPlanes:0,this.numPlanes+=S}};function c(){l.value!==t&&(l.value=t,l.needsUpdate=i>0),e.numPlanes=i,e.numIntersection=0}function h(d,u,f,g){let v=d!==null?d.length:0,m=null;if(v!==0){if(m=l.value,g!==!0||m===null){let p=f+v*4,S=u.matrixWorldInverse;a.getNormalMatrix(S),(m===null||m.length<p)&&(m=new Float32Array(p));for(let P=0,T=f;P!==v;++P,T+=4)o.copy(d[P]).applyMatrix4(S,a),o.normal.toArray(m,T),m[T+3]=o.constant}l.value=m,l.needsUpdate=!0}return e.numPlanes=v,e.numIntersection=0,m}}var il=class extends Si{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let i={width:e,height:e,depth:1},s=[i,i,i,i,i,i];this.texture=new Da(s),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let i={uniforms:{tEquirect:{value:null}},vertexShader:`

				varying vec3 vWorldDirection;

				vec3 transformDirection( in vec3 dir, in mat4 matrix ) {

					return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );

				}

				void main() {

					vWorldDirection = transformDirection( position, modelMatrix );

					#include <begin_vertex>
					#include <project_vertex>

				}
			`,fragmentShader:`

				uniform sampler2D tEquirect;

				varying vec3 vWorldDirection;

				#include <common>

				void main() {

					vec3 direction = normalize( vWorldDirection );

					vec2 sampleUV = equirectUv( direction );

					gl_FragColor = texture2D( tEquirect, sampleUV );

				}
			`},s=new Mo(5,5,5),r=new cs({name:"CubemapFromEquirect",uniforms:Pr(i.uniforms),vertexShader:i.vertexShader,fragmentShader:i.fragmentShader,side:ri,blending:Er});r.uniforms.tEquirect.value=t;let o=new Mi(s,r),a=t.minFilter;return t.minFilter===Ns&&(t.minFilter=si),new To(1,10,this).update(e,o),t.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(e,t=!0,i=!0,s=!0){let r=e.getRenderTarget();for(let o=0;o<6;o++)e.setRenderTarget(this,o),e.clear(t,i,s);e.setRenderTarget(r)}},Zg=256,$M=3,ZM=20,x0=256,y0=16,JM=3,KM=new $,jM=new bt,Hh=class n{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new To(1,10,null),this._boxMesh=new Mi(new Mo(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,i=.1,s=100,r={}){let{size:o=256,position:a=KM}=r,l=this._renderer;this._setSize(o);let c=this._allocateTarget(),h=this._getSourceTarget(!0);t>0&&(h.texture.mipmapsAutoUpdate=!1);let d=l.autoClear,u=l.autoClearColor,f=l.autoClearDepth,g=l.autoClearStencil,v=e.background;l.autoClear=!0,l.autoClearColor=!0,l.autoClearDepth=!0,l.autoClearStencil=!0,v===null&&(e.background=l.getClearColor(jM));let m=new To(i,s,h);return m.position.copy(a),m.update(l,e),l.autoClear=d,l.autoClearColor=u,l.autoClearDepth=f,l.autoClearStencil=g,e.background=v,t>0&&(h.texture.mipmapsAutoUpdate=!0,this._blur(c,t)),this._applyPMREM(c),c}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=jg(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=Kg(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(Zg,Jd(e))}_fromTexture(e,t){e.mapping===Cr||e.mapping===Ro?this._setSize(e.image.length===0?Zg:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let i=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(i),i}_allocateTarget(){let e=this._cubeSize,t=Jg(e,!1,!1),i=Math.log2(e)-$M;for(let s=0;s<=i;s++)t.texture.mipmaps.push({width:e>>s,height:e>>s});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,i=this._sourceTarget;return(i===null||i.width!==t||e&&i.depthBuffer===!1)&&(i!==null&&i.dispose(),this._sourceTarget=Jg(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,i){let s=this._boxMesh,r=this._cubeCamera;s.material=i,r.renderTarget=e,r.activeMipmapLevel=t;let o=e.width>>t;e.viewport.set(0,0,o,o),r.update(this._renderer,s),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===Cr||e.mapping===Ro?(this._cubemapMaterial===null&&(this._cubemapMaterial=jg()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=Kg()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=QM(),this._integrationMaterial=ew());let t=this._cubeSize,i=e.texture.mipmaps.length-1,s=this._ggxMaterial.uniforms;s.envMap.value=this._sourceTarget.texture;let r=this._integrationMaterial.uniforms;r.envMap.value=this._sourceTarget.texture,r.sourceLod.value=Math.log2(t/y0);for(let o=0;o<=i;o++){let a=n.lodToRoughness(o,i);if(o>i-JM)r.roughness.value=a,this._renderCube(e,o,this._integrationMaterial);else{let l=a>0?Math.log2(t)+.5*Math.log2(6/(x0*Math.pow(a,4)))+.5:0;s.roughness.value=a,s.lodBias.value=l,this._renderCube(e,o,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=tw());let i=this._blurMaterial,s=i.uniforms,r=this._sourceTarget;s.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,s.envMap.value=r.texture,this._renderCube(e,0,i),s.envMap.value=e.texture,this._renderCube(r,0,i)}};function Jg(n,e,t){return new il(n,{minFilter:Ns,generateMipmaps:e,type:qi,colorSpace:Ta,depthBuffer:t})}function sl(n,e,t){return new cs({name:n,uniforms:e,vertexShader:gt.cube_vert,fragmentShader:t,side:ri,blending:Er,depthTest:!1,depthWrite:!1})}function QM(){return sl("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${x0}u

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float lodBias;

		#include <common>

		// Van der Corput radical inverse
		float radicalInverse_VdC( uint bits ) {

			bits = ( bits << 16u ) | ( bits >> 16u );
			bits = ( ( bits & 0x55555555u ) << 1u ) | ( ( bits & 0xAAAAAAAAu ) >> 1u );
			bits = ( ( bits & 0x33333333u ) << 2u ) | ( ( bits & 0xCCCCCCCCu ) >> 2u );
			bits = ( ( bits & 0x0F0F0F0Fu ) << 4u ) | ( ( bits & 0xF0F0F0F0u ) >> 4u );
			bits = ( ( bits & 0x00FF00FFu ) << 8u ) | ( ( bits & 0xFF00FF00u ) >> 8u );
			return float( bits ) * 2.3283064365386963e-10; // / 0x100000000

		}

		// Hammersley sequence
		vec2 hammersley( uint i, uint N ) {

			return vec2( float( i ) / float( N ), radicalInverse_VdC( i ) );

		}

		void main() {

			vec3 N = normalize( vWorldDirection );

			// For very low roughness, just sample the environment directly
			if ( roughness < 0.001 ) {

				gl_FragColor = vec4( textureLod( envMap, N, 0.0 ).rgb, 1.0 );
				return;

			}

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			// Tangent space basis for VNDF sampling
			vec3 up = abs( N.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, N ) );
			vec3 bitangent = cross( N, tangent );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			for ( uint i = 0u; i < GGX_SAMPLES; i ++ ) {

				vec2 Xi = hammersley( i, GGX_SAMPLES );

				// With V = N, sample the reflected direction directly.
				float invQ = 1.0 / ( 1.0 - Xi.x + alpha2 * Xi.x );
				float NdotL = ( 1.0 - Xi.x - alpha2 * Xi.x ) * invQ;

				if ( NdotL > 0.0 ) {

					float phi = 2.0 * PI * Xi.y;
					float sinTheta = 2.0 * alpha * sqrt( Xi.x * ( 1.0 - Xi.x ) ) * invQ;
					vec3 L = N * NdotL + ( tangent * cos( phi ) + bitangent * sin( phi ) ) * sinTheta;

					// Match the source mip to the sample's solid angle. The terms
					// independent of the sample are precomputed in lodBias.
					float d = alpha2 * invQ;
					float lod = max( log2( d ) + lodBias, 0.0 );

					// Weight by NdotL for the split-sum approximation
					prefilteredColor += textureLod( envMap, L, lod ).rgb * NdotL;
					totalWeight += NdotL;

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function ew(){return sl("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:y0}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float sourceLod;
		uniform int sourceSize;

		void main() {

			vec3 N = normalize( vWorldDirection );

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			float texelSize = 2.0 / float( sourceSize );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			// Pair opposite texels: only the one in N's hemisphere contributes.
			for ( int face = 0; face < 3; face ++ ) {

				for ( int y = 0; y < sourceSize; y ++ ) {

					for ( int x = 0; x < sourceSize; x ++ ) {

						vec2 uv = ( vec2( x, y ) + 0.5 ) * texelSize - 1.0;
						vec3 texelDirection = face == 0 ? vec3( 1.0, uv ) : ( face == 1 ? vec3( uv.x, 1.0, uv.y ) : vec3( uv, 1.0 ) );

						float invDistance = inversesqrt( 1.0 + dot( uv, uv ) );
						float NdotL = dot( N, texelDirection );
						texelDirection *= NdotL < 0.0 ? - 1.0 : 1.0;
						NdotL = abs( NdotL ) * invDistance;

						// With V = N, NdotH squared is ( 1 + NdotL ) / 2. Common factors
						// in the GGX distribution and texel solid angle cancel when normalized.
						float d = 1.0 + alpha2 + ( alpha2 - 1.0 ) * NdotL;
						float weight = NdotL * invDistance * invDistance * invDistance / ( d * d );

						prefilteredColor += textureLod( envMap, texelDirection, sourceLod ).rgb * weight;
						totalWeight += weight;

					}

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function tw(){return sl("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${ZM}
		#define GOLDEN_ANGLE 2.39996322973

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float sigma;

		#include <common>

		void main() {

			vec3 outputDirection = normalize( vWorldDirection );

			vec3 up = abs( outputDirection.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, outputDirection ) );
			vec3 bitangent = cross( outputDirection, tangent );

			// Truncate the kernel at three standard deviations or at the antipode.
			float thetaMax = min( 3.0 * sigma, PI );
			float truncation = 1.0 - exp( - 0.5 * thetaMax * thetaMax / ( sigma * sigma ) );

			vec3 accumColor = vec3( 0.0 );
			float accumWeight = 0.0;

			for ( int i = 0; i < SAMPLES; i ++ ) {

				// Stratified inverse-CDF sampling of the Gaussian, placed on a golden-angle spiral.
				float stratum = ( float( i ) + 0.5 ) / float( SAMPLES );
				float theta = sigma * sqrt( - 2.0 * log( 1.0 - stratum * truncation ) );
				float phi = float( i ) * GOLDEN_ANGLE;

				vec3 offset = cos( phi ) * tangent + sin( phi ) * bitangent;
				vec3 sampleDirection = cos( theta ) * outputDirection + sin( theta ) * offset;

				// Correct the planar sample density to solid angle.
				float weight = sin( theta ) / theta;

				accumColor += weight * textureLod( envMap, sampleDirection, 0.0 ).rgb;
				accumWeight += weight;

			}

			gl_FragColor = vec4( accumColor / accumWeight, 1.0 );

		}
	`)}function Kg(){return sl("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

		varying vec3 vWorldDirection;

		uniform sampler2D envMap;

		#include <common>

		void main() {

			// Average four subpixel samples to preserve small, bright features.
			vec3 direction = normalize( vWorldDirection );
			vec3 dx = dFdx( direction ) * 0.25;
			vec3 dy = dFdy( direction ) * 0.25;

			vec3 color = textureLod( envMap, equirectUv( normalize( direction - dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction - dx + dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx + dy ) ), 0.0 ).rgb;
			gl_FragColor = vec4( color * 0.25, 1.0 );

		}
	`)}function jg(){return sl("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function nw(n){let e=new WeakMap,t=new WeakMap,i=null;function s(u,f=!1){return u==null?null:f?o(u):r(u)}function r(u){if(u&&u.isTexture){let f=u.mapping;if(f===th||f===nh)if(e.has(u)){let g=e.get(u).texture;return a(g,u.mapping)}else{let g=u.image;if(g&&g.height>0){let v=new il(g.height);return v.fromEquirectangularTexture(n,u),e.set(u,v),u.addEventListener("dispose",c),a(v.texture,u.mapping)}else return null}}return u}function o(u){if(u&&u.isTexture&&u.isPMREMTexture!==!0){let f=u.mapping,g=f===th||f===nh,v=f===Cr||f===Ro;if(g||v){let m=t.get(u),p=m!==void 0?m.texture.pmremVersion:0;if(u.isRenderTargetTexture&&u.pmremVersion!==p)return i===null&&(i=new Hh(n)),m=g?i.fromEquirectangular(u,m):i.fromCubemap(u,m),m.texture.pmremVersion=u.pmremVersion,t.set(u,m),m.texture;if(m!==void 0)return m.texture;{let S=u.image;return g&&S&&S.height>0||v&&S&&l(S)?(i===null&&(i=new Hh(n)),m=g?i.fromEquirectangular(u):i.fromCubemap(u),m.texture.pmremVersion=u.pmremVersion,t.set(u,m),u.addEventListener("dispose",h),m.texture):null}}}return u}function a(u,f){return f===th?u.mapping=Cr:f===nh&&(u.mapping=Ro),u}function l(u){let f=0,g=6;for(let v=0;v<g;v++)u[v]!==void 0&&f++;return f===g}function c(u){let f=u.target;f.removeEventListener("dispose",c);let g=e.get(f);g!==void 0&&(e.delete(f),g.dispose())}function h(u){let f=u.target;f.removeEventListener("dispose",h);let g=t.get(f);g!==void 0&&(t.delete(f),g.dispose())}function d(){e=new WeakMap,t=new WeakMap,i!==null&&(i.dispose(),i=null)}return{get:s,dispose:d}}function iw(n){let e={};function t(i){if(e[i]!==void 0)return e[i];let s=n.getExtension(i);return e[i]=s,s}return{has:function(i){return t(i)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(i){let s=t(i);return s===null&&Sa("WebGLRenderer: "+i+" extension not supported."),s}}}function sw(n,e,t,i){let s={},r=new WeakMap,o=new FinalizationRegistry(g=>delete s[g]);function a(g){l(g.target)}function l(g){g.index!==null&&e.remove(g.index);for(let m in g.attributes)e.remove(g.attributes[m]);g.removeEventListener("dispose",a),delete s[g.id],o.unregister(g);let v=r.get(g);v&&(e.remove(v),r.delete(g)),i.releaseStatesOfGeometry(g),g.isInstancedBufferGeometry===!0&&delete g._maxInstanceCount,t.memory.geometries--}function c(g,v){return s[v.id]!==void 0||(v.addEventListener("dispose",a),s[v.id]=new WeakRef(v),o.register(v,v.id,v),t.memory.geometries++),v}function h(g){let v=g.attributes;for(let m in v)e.update(v[m],n.ARRAY_BUFFER)}function d(g){let v=g.index,m=g.attributes.position,p=0;if(m===void 0)return;let S=v!==null?v.array.length:m.array.length/3-1,P=m.count>=65535?Ia:Pa,T=new P(Math.ceil(S/3)*6,1),L=T.array;if(v!==null){let x=v.array;p=v.version;for(let E=0,V=0;E<S;E+=3){let F=x[E+0],O=x[E+1],G=x[E+2];L[V++]=F,L[V++]=O,L[V++]=O,L[V++]=G,L[V++]=G,L[V++]=F}}else{p=m.version;for(let x=0,E=0;x<S;x+=3){let V=x+0,F=x+1,O=x+2;L[E++]=V,L[E++]=F,L[E++]=F,L[E++]=O,L[E++]=O,L[E++]=V}}T.version=p;let A=r.get(g);A&&e.remove(A),r.set(g,T)}function u(g){let v=r.get(g);if(v){let m=g.index;m!==null&&v.version<m.version&&d(g)}else d(g);return r.get(g)}function f(){for(let g in s){let v=s[g].deref();v!==void 0&&l(v)}}return{get:c,update:h,getWireframeAttribute:u,dispose:f}}function rw(n,e,t){let i;function s(d){i=d}let r,o;function a(d){r=d.type,o=d.bytesPerElement}function l(d,u){n.drawElements(i,u,r,d*o),t.update(u,i,1)}function c(d,u,f){f!==0&&(n.drawElementsInstanced(i,u,r,d*o,f),t.update(u,i,f))}function h(d,u,f){if(f===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(i,u,0,r,d,0,f);let v=0;for(let m=0;m<f;m++)v+=u[m];t.update(v,i,1)}this.setMode=s,this.setIndex=a,this.render=l,this.renderInstances=c,this.renderMultiDraw=h}function ow(n){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function i(r,o,a){switch(t.calls++,o){case n.TRIANGLES:t.triangles+=a*(r/3);break;case n.LINES:t.lines+=a*(r/2);break;case n.LINE_STRIP:t.lines+=a*(r-1);break;case n.LINE_LOOP:t.lines+=a*r;break;case n.POINTS:t.points+=a*r;break;default:nt("WebGLInfo: Unknown draw mode:",o);break}}function s(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:s,update:i}}function aw(n,e,t){let i=new WeakMap,s=new tn;function r(o,a,l){let c=o.morphTargetInfluences,h=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,d=h!==void 0?h.length:0,u=i.get(a);if(u===void 0||u.count!==d){let V=function(){x.dispose(),i.delete(a),a.removeEventListener("dispose",V)};u!==void 0&&u.texture.dispose();let f=a.morphAttributes.position!==void 0,g=a.morphAttributes.normal!==void 0,v=a.morphAttributes.color!==void 0,m=a.morphAttributes.position||[],p=a.morphAttributes.normal||[],S=a.morphAttributes.color||[],P=0;f===!0&&(P=1),g===!0&&(P=2),v===!0&&(P=3);let T=a.attributes.position.count*P,L=1;T>e.maxTextureSize&&(L=Math.ceil(T/e.maxTextureSize),T=e.maxTextureSize);let A=new Float32Array(T*L*4*d),x=new Ca(A,T,L,d);x.type=Xi,x.needsUpdate=!0;let E=P*4;for(let F=0;F<d;F++){let O=m[F],G=p[F],X=S[F],U=T*L*4*F;for(let q=0;q<O.count;q++){let J=q*E;f===!0&&(s.fromBufferAttribute(O,q),A[U+J+0]=s.x,A[U+J+1]=s.y,A[U+J+2]=s.z,A[U+J+3]=0),g===!0&&(s.fromBufferAttribute(G,q),A[U+J+4]=s.x,A[U+J+5]=s.y,A[U+J+6]=s.z,A[U+J+7]=0),v===!0&&(s.fromBufferAttribute(X,q),A[U+J+8]=s.x,A[U+J+9]=s.y,A[U+J+10]=s.z,A[U+J+11]=X.itemSize===4?s.w:1)}}u={count:d,texture:x,size:new je(T,L)},i.set(a,u),a.addEventListener("dispose",V)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)l.getUniforms().setValue(n,"morphTexture",o.morphTexture,t);else{let f=0;for(let v=0;v<c.length;v++)f+=c[v];let g=a.morphTargetsRelative?1:1-f;l.getUniforms().setValue(n,"morphTargetBaseInfluence",g),l.getUniforms().setValue(n,"morphTargetInfluences",c)}l.getUniforms().setValue(n,"morphTargetsTexture",u.texture,t),l.getUniforms().setValue(n,"morphTargetsTextureSize",u.size)}return{update:r}}function lw(n,e,t,i,s){let r=new WeakMap;function o(c){let h=s.render.frame,d=c.geometry,u=e.get(c,d);if(r.get(u)!==h&&(e.update(u),r.set(u,h)),c.isInstancedMesh&&(c.hasEventListener("dispose",l)===!1&&c.addEventListener("dispose",l),r.get(c)!==h&&(t.update(c.instanceMatrix,n.ARRAY_BUFFER),c.instanceColor!==null&&t.update(c.instanceColor,n.ARRAY_BUFFER),r.set(c,h))),c.isSkinnedMesh){let f=c.skeleton;r.get(f)!==h&&(f.update(),r.set(f,h))}return u}function a(){r=new WeakMap}function l(c){let h=c.target;h.removeEventListener("dispose",l),i.releaseStatesOfObject(h),t.remove(h.instanceMatrix),h.instanceColor!==null&&t.remove(h.instanceColor)}return{update:o,dispose:a}}var cw={[Rd]:"LINEAR_TONE_MAPPING",[Pd]:"REINHARD_TONE_MAPPING",[Id]:"CINEON_TONE_MAPPING",[Ld]:"ACES_FILMIC_TONE_MAPPING",[Nd]:"AGX_TONE_MAPPING",[Ud]:"NEUTRAL_TONE_MAPPING",[Dd]:"CUSTOM_TONE_MAPPING"};function hw(n,e,t,i,s,r){let o=new Si(e,t,{type:n,depthBuffer:s,stencilBuffer:r,samples:i?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,l=null,c=null,h=new bi;h.setAttribute("position",new An([-1,3,0,-1,-1,0,3,-1,0],3)),h.setAttribute("uv",new An([0,2,0,0,2,0],2));let d=new kc({uniforms:{tDiffuse:{value:null}},vertexShader:`
			precision highp float;

			uniform mat4 modelViewMatrix;
			uniform mat4 projectionMatrix;

			attribute vec3 position;
			attribute vec2 uv;

			varying vec2 vUv;

			void main() {
				vUv = uv;
				gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
			}`,fragmentShader:`
			precision highp float;

			uniform sampler2D tDiffuse;

			varying vec2 vUv;

			#include <tonemapping_pars_fragment>
			#include <colorspace_pars_fragment>

			void main() {
				gl_FragColor = texture2D( tDiffuse, vUv );

				#ifdef LINEAR_TONE_MAPPING
					gl_FragColor.rgb = LinearToneMapping( gl_FragColor.rgb );
				#elif defined( REINHARD_TONE_MAPPING )
					gl_FragColor.rgb = ReinhardToneMapping( gl_FragColor.rgb );
				#elif defined( CINEON_TONE_MAPPING )
					gl_FragColor.rgb = CineonToneMapping( gl_FragColor.rgb );
				#elif defined( ACES_FILMIC_TONE_MAPPING )
					gl_FragColor.rgb = ACESFilmicToneMapping( gl_FragColor.rgb );
				#elif defined( AGX_TONE_MAPPING )
					gl_FragColor.rgb = AgXToneMapping( gl_FragColor.rgb );
				#elif defined( NEUTRAL_TONE_MAPPING )
					gl_FragColor.rgb = NeutralToneMapping( gl_FragColor.rgb );
				#elif defined( CUSTOM_TONE_MAPPING )
					gl_FragColor.rgb = CustomToneMapping( gl_FragColor.rgb );
				#endif

				#ifdef SRGB_TRANSFER
					gl_FragColor = sRGBTransferOETF( gl_FragColor );
				#endif
			}`,depthTest:!1,depthWrite:!1}),u=new Mi(h,d),f=new Va(-1,1,1,-1,0,1),g=null,v=null,m=!1,p,S=null,P=[],T=!1;this.setSize=function(L,A){o.setSize(L,A),a!==null&&a.setSize(L,A),l!==null&&l.setSize(L,A);for(let x=0;x<P.length;x++){let E=P[x];E.setSize&&E.setSize(L,A)}},this.setEffects=function(L){P=L,T=P.length>0&&P[0].isRenderPass===!0;let A=o.width,x=o.height;P.length>0&&a===null&&(a=new Si(A,x,{type:qi,depthBuffer:!1,stencilBuffer:!1}),l=new Si(A,x,{type:qi,depthBuffer:!1,stencilBuffer:!1}));let E=s===!0&&P.some(V=>V.needsDepthTexture===!0);E!==(o.depthTexture!==null)&&(E===!0&&c===null&&(c=new Ds(A,x),r===!0&&(c.format=Us,c.type=Rr)),o.dispose(),o.depthTexture=E?c:null,o.resolveDepthBuffer=E,o.storeMultisampledDepthBuffer=E);for(let V=0;V<P.length;V++){let F=P[V];F.setSize&&F.setSize(A,x),E&&F.needsDepthTexture===!0&&F.setDepthTexture&&F.setDepthTexture(c)}},this.begin=function(L,A){if(m||L.toneMapping===hs&&P.length===0)return!1;if(S=A,A!==null){let x=A.width,E=A.height;(o.width!==x||o.height!==E)&&this.setSize(x,E)}return T===!1&&L.setRenderTarget(o),p=L.toneMapping,L.toneMapping=hs,!0},this.hasRenderPass=function(){return T},this.end=function(L,A){L.toneMapping=p,m=!0;let x=o,E=a;for(let V=0;V<P.length;V++){let F=P[V];F.enabled!==!1&&(F.render(L,E,x,A),F.needsSwap!==!1&&(x=E,E=E===a?l:a))}if(g!==L.outputColorSpace||v!==L.toneMapping){g=L.outputColorSpace,v=L.toneMapping,d.defines={},Tt.getTransfer(g)===Dt&&(d.defines.SRGB_TRANSFER="");let V=cw[v];V&&(d.defines[V]=""),d.needsUpdate=!0}d.uniforms.tDiffuse.value=x.texture,L.setRenderTarget(S),L.render(u,f),S=null,m=!1},this.isCompositing=function(){return m},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),l!==null&&l.dispose(),h.dispose(),d.dispose()}}var v0=new li,S0=new Ds(1,1),b0=new Na(1),M0=new Ca,w0=new Ic,T0=new Da,Qg=[],e0=[],t0=new Float32Array(16),n0=new Float32Array(9),i0=new Float32Array(4);function Do(n,e,t){let i=n[0];if(i<=0||i>0)return n;let s=e*t,r=Qg[s];if(r===void 0&&(r=new Float32Array(s),Qg[s]=r),e!==0){i.toArray(r,0);for(let o=1,a=0;o!==e;++o)a+=t,n[o].toArray(r,a)}return r}function Cn(n,e){if(n.length!==e.length)return!1;for(let t=0,i=n.length;t<i;t++)if(n[t]!==e[t])return!1;return!0}function Rn(n,e){for(let t=0,i=e.length;t<i;t++)n[t]=e[t]}function Xh(n,e){let t=e0[e];t===void 0&&(t=new Int32Array(e),e0[e]=t);for(let i=0;i!==e;++i)t[i]=n.allocateTextureUnit();return t}function uw(n,e){let t=this.cache;t[0]!==e&&(n.uniform1f(this.addr,e),t[0]=e)}function dw(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Cn(t,e))return;n.uniform2fv(this.addr,e),Rn(t,e)}}function fw(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(n.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(Cn(t,e))return;n.uniform3fv(this.addr,e),Rn(t,e)}}function pw(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Cn(t,e))return;n.uniform4fv(this.addr,e),Rn(t,e)}}function mw(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(Cn(t,e))return;n.uniformMatrix2fv(this.addr,!1,e),Rn(t,e)}else{if(Cn(t,i))return;i0.set(i),n.uniformMatrix2fv(this.addr,!1,i0),Rn(t,i)}}function gw(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(Cn(t,e))return;n.uniformMatrix3fv(this.addr,!1,e),Rn(t,e)}else{if(Cn(t,i))return;n0.set(i),n.uniformMatrix3fv(this.addr,!1,n0),Rn(t,i)}}function _w(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(Cn(t,e))return;n.uniformMatrix4fv(this.addr,!1,e),Rn(t,e)}else{if(Cn(t,i))return;t0.set(i),n.uniformMatrix4fv(this.addr,!1,t0),Rn(t,i)}}function xw(n,e){let t=this.cache;t[0]!==e&&(n.uniform1i(this.addr,e),t[0]=e)}function yw(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Cn(t,e))return;n.uniform2iv(this.addr,e),Rn(t,e)}}function vw(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(Cn(t,e))return;n.uniform3iv(this.addr,e),Rn(t,e)}}function Sw(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Cn(t,e))return;n.uniform4iv(this.addr,e),Rn(t,e)}}function bw(n,e){let t=this.cache;t[0]!==e&&(n.uniform1ui(this.addr,e),t[0]=e)}function Mw(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Cn(t,e))return;n.uniform2uiv(this.addr,e),Rn(t,e)}}function ww(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(Cn(t,e))return;n.uniform3uiv(this.addr,e),Rn(t,e)}}function Tw(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Cn(t,e))return;n.uniform4uiv(this.addr,e),Rn(t,e)}}function qh(n){return n.version===0&&(n.compareFunction=qd,n.needsUpdate=!0),n}function Ew(n,e,t){let i=this.cache,s=t.allocateTextureUnit();i[0]!==s&&(n.uniform1i(this.addr,s),i[0]=s);let r;this.type===n.SAMPLER_2D_SHADOW?r=qh(S0):r=v0,t.setTexture2D(e||r,s)}function Aw(n,e,t){let i=this.cache,s=t.allocateTextureUnit();i[0]!==s&&(n.uniform1i(this.addr,s),i[0]=s),t.setTexture3D(e||w0,s)}function Cw(n,e,t){let i=this.cache,s=t.allocateTextureUnit();i[0]!==s&&(n.uniform1i(this.addr,s),i[0]=s);let r;this.type===n.SAMPLER_CUBE_SHADOW?r=qh(b0):r=T0,t.setTextureCube(e||r,s)}function Rw(n,e,t){let i=this.cache,s=t.allocateTextureUnit();i[0]!==s&&(n.uniform1i(this.addr,s),i[0]=s),t.setTexture2DArray(e||M0,s)}function Pw(n){switch(n){case 5126:return uw;case 35664:return dw;case 35665:return fw;case 35666:return pw;case 35674:return mw;case 35675:return gw;case 35676:return _w;case 5124:case 35670:return xw;case 35667:case 35671:return yw;case 35668:case 35672:return vw;case 35669:case 35673:return Sw;case 5125:return bw;case 36294:return Mw;case 36295:return ww;case 36296:return Tw;case 35678:case 36198:case 36298:case 36306:case 35682:return Ew;case 35679:case 36299:case 36307:return Aw;case 35680:case 36300:case 36308:case 36293:return Cw;case 36289:case 36303:case 36311:case 36292:return Rw}}function Iw(n,e){n.uniform1fv(this.addr,e)}function Lw(n,e){let t=Do(e,this.size,2);n.uniform2fv(this.addr,t)}function Dw(n,e){let t=Do(e,this.size,3);n.uniform3fv(this.addr,t)}function Nw(n,e){let t=Do(e,this.size,4);n.uniform4fv(this.addr,t)}function Uw(n,e){let t=Do(e,this.size,4);n.uniformMatrix2fv(this.addr,!1,t)}function Ow(n,e){let t=Do(e,this.size,9);n.uniformMatrix3fv(this.addr,!1,t)}function Fw(n,e){let t=Do(e,this.size,16);n.uniformMatrix4fv(this.addr,!1,t)}function Bw(n,e){n.uniform1iv(this.addr,e)}function kw(n,e){n.uniform2iv(this.addr,e)}function zw(n,e){n.uniform3iv(this.addr,e)}function Vw(n,e){n.uniform4iv(this.addr,e)}function Gw(n,e){n.uniform1uiv(this.addr,e)}function Hw(n,e){n.uniform2uiv(this.addr,e)}function Ww(n,e){n.uniform3uiv(this.addr,e)}function Xw(n,e){n.uniform4uiv(this.addr,e)}function qw(n,e,t){let i=this.cache,s=e.length,r=Xh(t,s);Cn(i,r)||(n.uniform1iv(this.addr,r),Rn(i,r));let o;this.type===n.SAMPLER_2D_SHADOW?o=qh(S0):o=v0;for(let a=0;a!==s;++a)t.setTexture2D(e[a]||o,r[a])}function Yw(n,e,t){let i=this.cache,s=e.length,r=Xh(t,s);Cn(i,r)||(n.uniform1iv(this.addr,r),Rn(i,r));for(let o=0;o!==s;++o)t.setTexture3D(e[o]||w0,r[o])}function $w(n,e,t){let i=this.cache,s=e.length,r=Xh(t,s);Cn(i,r)||(n.uniform1iv(this.addr,r),Rn(i,r));let o;this.type===n.SAMPLER_CUBE_SHADOW?o=qh(b0):o=T0;for(let a=0;a!==s;++a)t.setTextureCube(e[a]||o,r[a])}function Zw(n,e,t){let i=this.cache,s=e.length,r=Xh(t,s);Cn(i,r)||(n.uniform1iv(this.addr,r),Rn(i,r));for(let o=0;o!==s;++o)t.setTexture2DArray(e[o]||M0,r[o])}function Jw(n){switch(n){case 5126:return Iw;case 35664:return Lw;case 35665:return Dw;case 35666:return Nw;case 35674:return Uw;case 35675:return Ow;case 35676:return Fw;case 5124:case 35670:return Bw;case 35667:case 35671:return kw;case 35668:case 35672:return zw;case 35669:case 35673:return Vw;case 5125:return Gw;case 36294:return Hw;case 36295:return Ww;case 36296:return Xw;case 35678:case 36198:case 36298:case 36306:case 35682:return qw;case 35679:case 36299:case 36307:return Yw;case 35680:case 36300:case 36308:case 36293:return $w;case 36289:case 36303:case 36311:case 36292:return Zw}}var of=class{constructor(e,t,i){this.id=e,this.addr=i,this.cache=[],this.type=t.type,this.setValue=Pw(t.type)}},af=class{constructor(e,t,i){this.id=e,this.addr=i,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=Jw(t.type)}},lf=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,i){let s=this.seq;for(let r=0,o=s.length;r!==o;++r){let a=s[r];a.setValue(e,t[a.id],i)}}},sf=/(\w+)(\])?(\[|\.)?/g;function s0(n,e){n.seq.push(e),n.map[e.id]=e}function Kw(n,e,t){let i=n.name,s=i.length;for(sf.lastIndex=0;;){let r=sf.exec(i),o=sf.lastIndex,a=r[1],l=r[2]==="]",c=r[3];if(l&&(a=a|0),c===void 0||c==="["&&o+2===s){s0(t,c===void 0?new of(a,n,e):new af(a,n,e));break}else{let d=t.map[a];d===void 0&&(d=new lf(a),s0(t,d)),t=d}}}var Lo=class{constructor(e,t){this.seq=[],this.map={};let i=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let o=0;o<i;++o){let a=e.getActiveUniform(t,o),l=e.getUniformLocation(t,a.name);Kw(a,l,this)}let s=[],r=[];for(let o of this.seq)o.type===e.SAMPLER_2D_SHADOW||o.type===e.SAMPLER_CUBE_SHADOW||o.type===e.SAMPLER_2D_ARRAY_SHADOW?s.push(o):r.push(o);s.length>0&&(this.seq=s.concat(r))}setValue(e,t,i,s){let r=this.map[t];r!==void 0&&r.setValue(e,i,s)}setOptional(e,t,i){let s=t[i];s!==void 0&&this.setValue(e,i,s)}static upload(e,t,i,s){for(let r=0,o=t.length;r!==o;++r){let a=t[r],l=i[a.id];l.needsUpdate!==!1&&a.setValue(e,l.value,s)}}static seqWithValue(e,t){let i=[];for(let s=0,r=e.length;s!==r;++s){let o=e[s];o.id in t&&i.push(o)}return i}};function r0(n,e,t){let i=n.createShader(e);return n.shaderSource(i,t),n.compileShader(i),i}var jw=37297,Qw=0;function eT(n,e){let t=n.split(`
`),i=[],s=Math.max(e-6,0),r=Math.min(e+6,t.length);for(let o=s;o<r;o++){let a=o+1;i.push(`${a===e?">":" "} ${a}: ${t[o]}`)}return i.join(`
`)}var o0=new rt;function tT(n){Tt._getMatrix(o0,Tt.workingColorSpace,n);let e=`mat3( ${o0.elements.map(t=>t.toFixed(4))} )`;switch(Tt.getTransfer(n)){case Ea:return[e,"LinearTransferOETF"];case Dt:return[e,"sRGBTransferOETF"];default:return Je("WebGLProgram: Unsupported color space: ",n),[e,"LinearTransferOETF"]}}function a0(n,e,t){let i=n.getShaderParameter(e,n.COMPILE_STATUS),r=(n.getShaderInfoLog(e)||"").trim();if(i&&r==="")return"";let o=/ERROR: 0:(\d+)/.exec(r);if(o){let a=parseInt(o[1]);return t.toUpperCase()+`

`+r+`

`+eT(n.getShaderSource(e),a)}else return r}function nT(n,e){let t=tT(e);return[`vec4 ${n}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var iT={[Rd]:"Linear",[Pd]:"Reinhard",[Id]:"Cineon",[Ld]:"ACESFilmic",[Nd]:"AgX",[Ud]:"Neutral",[Dd]:"Custom"};function sT(n,e){let t=iT[e];return t===void 0?(Je("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+n+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+n+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var Gh=new $;function rT(){Tt.getLuminanceCoefficients(Gh);let n=Gh.x.toFixed(4),e=Gh.y.toFixed(4),t=Gh.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${n}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function oT(n){return[n.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",n.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(nl).join(`
`)}function aT(n){let e=[];for(let t in n){let i=n[t];i!==!1&&e.push("#define "+t+" "+i)}return e.join(`
`)}function lT(n,e){let t={},i=n.getProgramParameter(e,n.ACTIVE_ATTRIBUTES);for(let s=0;s<i;s++){let r=n.getActiveAttrib(e,s),o=r.name,a=1;r.type===n.FLOAT_MAT2&&(a=2),r.type===n.FLOAT_MAT3&&(a=3),r.type===n.FLOAT_MAT4&&(a=4),t[o]={type:r.type,location:n.getAttribLocation(e,o),locationSize:a}}return t}function nl(n){return n!==""}function l0(n,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return n.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function c0(n,e){return n.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var cT=/^[ \t]*#include +<([\w\d./]+)>/gm;function cf(n){return n.replace(cT,hT)}function hT(n,e){let t=gt[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return cf(t)}var uT=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function h0(n){return n.replace(uT,dT)}function dT(n,e,t,i){let s="";for(let r=parseInt(e);r<parseInt(t);r++)s+=i.replace(/\[\s*i\s*\]/g,"[ "+r+" ]").replace(/UNROLLED_LOOP_INDEX/g,r);return s}function u0(n){let e=`precision ${n.precision} float;
	precision ${n.precision} int;
	precision ${n.precision} sampler2D;
	precision ${n.precision} samplerCube;
	precision ${n.precision} sampler3D;
	precision ${n.precision} sampler2DArray;
	precision ${n.precision} sampler2DShadow;
	precision ${n.precision} samplerCubeShadow;
	precision ${n.precision} sampler2DArrayShadow;
	precision ${n.precision} isampler2D;
	precision ${n.precision} isampler3D;
	precision ${n.precision} isamplerCube;
	precision ${n.precision} isampler2DArray;
	precision ${n.precision} usampler2D;
	precision ${n.precision} usampler3D;
	precision ${n.precision} usamplerCube;
	precision ${n.precision} usampler2DArray;
	`;return n.precision==="highp"?e+=`
#define HIGH_PRECISION`:n.precision==="mediump"?e+=`
#define MEDIUM_PRECISION`:n.precision==="lowp"&&(e+=`
#define LOW_PRECISION`),e}var fT={[Ya]:"SHADOWMAP_TYPE_PCF",[Ao]:"SHADOWMAP_TYPE_VSM"};function pT(n){return fT[n.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var mT={[Ro]:"ENVMAP_MODE_REFRACTION"};function gT(n){return n.envMap===!1?"ENVMAP_MODE_REFLECTION":mT[n.envMapMode]||"ENVMAP_MODE_REFLECTION"}var _T={[eh]:"ENVMAP_BLENDING_MULTIPLY",[Ag]:"ENVMAP_BLENDING_MIX",[Cg]:"ENVMAP_BLENDING_ADD"};function xT(n){return n.envMap===!1?"ENVMAP_BLENDING_NONE":_T[n.combine]||"ENVMAP_BLENDING_NONE"}function yT(n,e,t,i){let s=n.getContext(),r=t.defines,o=t.vertexShader,a=t.fragmentShader,l=pT(t),c=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",h=gT(t),d=xT(t),u=oT(t),f=aT(r),g=s.createProgram(),v,m,p=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(v=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(nl).join(`
`),v.length>0&&(v+=`
`),m=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(nl).join(`
`),m.length>0&&(m+=`
`)):(v=[u0(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+h:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(nl).join(`
`),m=[u0(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+c:"",t.envMap?"#define "+h:"",t.envMap?"#define "+d:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==hs?"#define TONE_MAPPING":"",t.toneMapping!==hs?gt.tonemapping_pars_fragment:"",t.toneMapping!==hs?sT("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",gt.colorspace_pars_fragment,nT("linearToOutputTexel",t.outputColorSpace),rT(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(nl).join(`
`)),o=cf(o),o=l0(o,t),o=c0(o,t),a=cf(a),a=l0(a,t),a=c0(a,t),o=h0(o),a=h0(a),t.isRawShaderMaterial!==!0&&(p=`#version 300 es
`,v=[u,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+v,m=["#define varying in",t.glslVersion===Yd?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===Yd?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+m);let S=p+v+o,P=p+m+a,T=r0(s,s.VERTEX_SHADER,S),L=r0(s,s.FRAGMENT_SHADER,P);s.attachShader(g,T),s.attachShader(g,L),t.index0AttributeName!==void 0?s.bindAttribLocation(g,0,t.index0AttributeName):t.hasPositionAttribute===!0&&s.bindAttribLocation(g,0,"position"),s.linkProgram(g);function A(F){if(n.debug.checkShaderErrors){let O=s.getProgramInfoLog(g)||"",G=s.getShaderInfoLog(T)||"",X=s.getShaderInfoLog(L)||"",U=O.trim(),q=G.trim(),J=X.trim(),W=!0,ue=!0;if(s.getProgramParameter(g,s.LINK_STATUS)===!1)if(W=!1,typeof n.debug.onShaderError=="function")n.debug.onShaderError(s,g,T,L);else{let Q=a0(s,T,"vertex"),te=a0(s,L,"fragment");nt("WebGLProgram: Shader Error "+s.getError()+" - VALIDATE_STATUS "+s.getProgramParameter(g,s.VALIDATE_STATUS)+`

Material Name: `+F.name+`
Material Type: `+F.type+`

Program Info Log: `+U+`
`+Q+`
`+te)}else U!==""?Je("WebGLProgram: Program Info Log:",U):(q===""||J==="")&&(ue=!1);ue&&(F.diagnostics={runnable:W,programLog:U,vertexShader:{log:q,prefix:v},fragmentShader:{log:J,prefix:m}})}s.deleteShader(T),s.deleteShader(L),x=new Lo(s,g),E=lT(s,g)}let x;this.getUniforms=function(){return x===void 0&&A(this),x};let E;this.getAttributes=function(){return E===void 0&&A(this),E};let V=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return V===!1&&(V=s.getProgramParameter(g,jw)),V},this.destroy=function(){i.releaseStatesOfProgram(this),s.deleteProgram(g),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=Qw++,this.cacheKey=e,this.usedTimes=1,this.program=g,this.vertexShader=T,this.fragmentShader=L,this}var vT=0,hf=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,i){let s=this._getShaderCacheForMaterial(e);return s.has(t)===!1&&(s.add(t),t.usedTimes++),s.has(i)===!1&&(s.add(i),i.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let i of t)i.usedTimes--,i.usedTimes===0&&this.shaderCache.delete(i.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,i=t.get(e);return i===void 0&&(i=new Set,t.set(e,i)),i}_getShaderStage(e){let t=this.shaderCache,i=t.get(e);return i===void 0&&(i=new uf(e),t.set(e,i)),i}},uf=class{constructor(e){this.id=vT++,this.code=e,this.usedTimes=0}};function ST(n){return n===hr||n===Qa||n===el}function bT(n,e,t,i,s,r){let o=new So,a=new hf,l=new Set,c=[],h=new Map,d=i.logarithmicDepthBuffer,u={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function f(x){return l.add(x),x===0?"uv":`uv${x}`}function g(x,E,V,F,O,G){let X=F.fog,U=O.geometry,q=x.isMeshStandardMaterial||x.isMeshLambertMaterial||x.isMeshPhongMaterial?F.environment:null,J=x.isMeshStandardMaterial||x.isMeshLambertMaterial&&!x.envMap||x.isMeshPhongMaterial&&!x.envMap,W=e.get(x.envMap||q,J),ue=u[x.type],Q=i.precision;x.precision!==null&&(Q=i.getMaxPrecision(x.precision),Q!==x.precision&&Je("WebGLProgram.getParameters:",x.precision,"not supported, using",Q,"instead."));let te=U.morphAttributes.position||U.morphAttributes.normal||U.morphAttributes.color,oe=te!==void 0?te.length:0,pe=0;U.morphAttributes.position!==void 0&&(pe=1),U.morphAttributes.normal!==void 0&&(pe=2),U.morphAttributes.color!==void 0&&(pe=3);let fe,ne,_e,ve;if(ue){let Pe=ds[ue];fe=Pe.vertexShader,ne=Pe.fragmentShader}else{fe=x.vertexShader,ne=x.fragmentShader;let Pe=a.getVertexShaderStage(x),dt=a.getFragmentShaderStage(x);a.update(x,Pe,dt),_e=Pe.id,ve=dt.id}let Re=n.getRenderTarget(),we=n.state.buffers.depth.getReversed(),qe=O.isInstancedMesh===!0,ct=O.isBatchedMesh===!0,We=!!x.map,_t=!!x.matcap,pt=!!W,ot=pt&&W.isPMREMTexture===!0,Qt=!!x.aoMap,Wt=!!x.lightMap,mn=!!x.bumpMap&&x.wireframe===!1,Bt=!!x.normalMap,Dn=!!x.displacementMap,At=!!x.emissiveMap,wn=!!x.metalnessMap,sn=!!x.roughnessMap,gn=x.anisotropy>0,k=x.clearcoat>0,Ie=x.diffuseRoughness>0,Ke=x.dispersion>0,ht=x.retroreflectivity>0,Te=x.iridescence>0,zt=x.sheen>0,He=x.transmission>0,$e=gn&&!!x.anisotropyMap,I=k&&!!x.clearcoatMap,b=k&&!!x.clearcoatNormalMap,Y=k&&!!x.clearcoatRoughnessMap,de=Ie&&!!x.diffuseRoughnessMap,le=Te&&!!x.iridescenceMap,ye=Te&&!!x.iridescenceThicknessMap,Se=zt&&!!x.sheenColorMap,ie=zt&&!!x.sheenRoughnessMap,re=!!x.specularMap,ge=!!x.specularColorMap,B=!!x.specularIntensityMap,ae=He&&!!x.transmissionMap,se=He&&!!x.thicknessMap,Ee=!!x.gradientMap,xe=!!x.alphaMap,Me=x.alphaTest>0,Xe=!!x.alphaHash,et=!!x.extensions,he=hs;x.toneMapped&&(Re===null||Re.isXRRenderTarget===!0)&&(he=n.toneMapping);let ze=ot?W.isCompressedCubeTexture?W.image[0].mipmaps:W.mipmaps:null,tt={shaderID:ue,shaderType:x.type,shaderName:x.name,vertexShader:fe,fragmentShader:ne,defines:x.defines,customVertexShaderID:_e,customFragmentShaderID:ve,isRawShaderMaterial:x.isRawShaderMaterial===!0,glslVersion:x.glslVersion,precision:Q,batching:ct,batchingColor:ct&&O._colorsTexture!==null,instancing:qe,instancingColor:qe&&O.instanceColor!==null,instancingMorph:qe&&O.morphTexture!==null,outputColorSpace:Re===null?n.outputColorSpace:Re.isXRRenderTarget===!0?Re.texture.colorSpace:Tt.workingColorSpace,alphaToCoverage:!!x.alphaToCoverage,map:We,matcap:_t,envMap:pt,envMapMode:pt&&W.mapping,envMapPMREM:ot,envMapMaxLod:ot?ze.length-1:null,envMapSize:ot?ze[0].width:null,aoMap:Qt,lightMap:Wt,bumpMap:mn,normalMap:Bt,displacementMap:Dn,emissiveMap:At,normalMapObjectSpace:Bt&&x.normalMapType===Ig,normalMapTangentSpace:Bt&&x.normalMapType===zh,packedNormalMap:Bt&&x.normalMapType===zh&&ST(x.normalMap.format),metalnessMap:wn,roughnessMap:sn,anisotropy:gn,anisotropyMap:$e,clearcoat:k,clearcoatMap:I,clearcoatNormalMap:b,clearcoatRoughnessMap:Y,diffuseRoughness:Ie,diffuseRoughnessMap:de,dispersion:Ke,retroreflection:ht,iridescence:Te,iridescenceMap:le,iridescenceThicknessMap:ye,sheen:zt,sheenColorMap:Se,sheenRoughnessMap:ie,specularMap:re,specularColorMap:ge,specularIntensityMap:B,transmission:He,transmissionMap:ae,thicknessMap:se,gradientMap:Ee,opaque:x.transparent===!1&&x.blending===Co&&x.alphaToCoverage===!1,alphaMap:xe,alphaTest:Me,alphaHash:Xe,combine:x.combine,mapUv:We&&f(x.map.channel),aoMapUv:Qt&&f(x.aoMap.channel),lightMapUv:Wt&&f(x.lightMap.channel),bumpMapUv:mn&&f(x.bumpMap.channel),normalMapUv:Bt&&f(x.normalMap.channel),displacementMapUv:Dn&&f(x.displacementMap.channel),emissiveMapUv:At&&f(x.emissiveMap.channel),metalnessMapUv:wn&&f(x.metalnessMap.channel),roughnessMapUv:sn&&f(x.roughnessMap.channel),anisotropyMapUv:$e&&f(x.anisotropyMap.channel),clearcoatMapUv:I&&f(x.clearcoatMap.channel),clearcoatNormalMapUv:b&&f(x.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:Y&&f(x.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:de&&f(x.diffuseRoughnessMap.channel),iridescenceMapUv:le&&f(x.iridescenceMap.channel),iridescenceThicknessMapUv:ye&&f(x.iridescenceThicknessMap.channel),sheenColorMapUv:Se&&f(x.sheenColorMap.channel),sheenRoughnessMapUv:ie&&f(x.sheenRoughnessMap.channel),specularMapUv:re&&f(x.specularMap.channel),specularColorMapUv:ge&&f(x.specularColorMap.channel),specularIntensityMapUv:B&&f(x.specularIntensityMap.channel),transmissionMapUv:ae&&f(x.transmissionMap.channel),thicknessMapUv:se&&f(x.thicknessMap.channel),alphaMapUv:xe&&f(x.alphaMap.channel),vertexTangents:!!U.attributes.tangent&&(Bt||gn),vertexNormals:!!U.attributes.normal,vertexColors:x.vertexColors,vertexAlphas:x.vertexColors===!0&&!!U.attributes.color&&U.attributes.color.itemSize===4,pointsUvs:O.isPoints===!0&&!!U.attributes.uv&&(We||xe),fog:!!X,useFog:x.fog===!0,fogExp2:!!X&&X.isFogExp2,flatShading:x.wireframe===!1&&(x.flatShading===!0||U.attributes.normal===void 0&&Bt===!1&&(x.isMeshLambertMaterial||x.isMeshPhongMaterial||x.isMeshStandardMaterial||x.isMeshPhysicalMaterial)),sizeAttenuation:x.sizeAttenuation===!0,logarithmicDepthBuffer:d,reversedDepthBuffer:we,skinning:O.isSkinnedMesh===!0,hasPositionAttribute:U.attributes.position!==void 0,morphTargets:U.morphAttributes.position!==void 0,morphNormals:U.morphAttributes.normal!==void 0,morphColors:U.morphAttributes.color!==void 0,morphTargetsCount:oe,morphTextureStride:pe,numSunLights:E.sun.length,numDirLights:E.directional.length,numPointLights:E.point.length,numSpotLights:E.spot.length,numSpotLightMaps:E.spotLightMap.length,numRectAreaLights:E.rectArea.length,numHemiLights:E.hemi.length,numSunLightShadows:E.sunShadowMap.length,numDirLightShadows:E.directionalShadowMap.length,numPointLightShadows:E.pointShadowMap.length,numSpotLightShadows:E.spotShadowMap.length,numSpotLightShadowsWithMaps:E.numSpotLightShadowsWithMaps,numLightProbes:E.numLightProbes,numLightProbeGrids:G.filter(Pe=>Pe.texture!==null).length,numClippingPlanes:r.numPlanes,numClipIntersection:r.numIntersection,dithering:x.dithering,shadowMapEnabled:n.shadowMap.enabled&&V.length>0,shadowMapType:n.shadowMap.type,toneMapping:he,decodeVideoTexture:We&&x.map.isVideoTexture===!0&&Tt.getTransfer(x.map.colorSpace)===Dt,decodeVideoTextureEmissive:At&&x.emissiveMap.isVideoTexture===!0&&Tt.getTransfer(x.emissiveMap.colorSpace)===Dt,premultipliedAlpha:x.premultipliedAlpha,doubleSided:x.side===Di,flipSided:x.side===ri,useDepthPacking:x.depthPacking>=0,depthPacking:x.depthPacking||0,index0AttributeName:x.index0AttributeName,extensionClipCullDistance:et&&x.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(et&&x.extensions.multiDraw===!0||ct)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:x.customProgramCacheKey()};return tt.vertexUv1s=l.has(1),tt.vertexUv2s=l.has(2),tt.vertexUv3s=l.has(3),l.clear(),tt}function v(x){let E=[];if(x.shaderID?E.push(x.shaderID):(E.push(x.customVertexShaderID),E.push(x.customFragmentShaderID)),x.defines!==void 0)for(let V in x.defines)E.push(V),E.push(x.defines[V]);return x.isRawShaderMaterial===!1&&(m(E,x),p(E,x),E.push(n.outputColorSpace)),E.push(x.customProgramCacheKey),E.join()}function m(x,E){x.push(E.precision),x.push(E.outputColorSpace),x.push(E.envMapMode),x.push(E.envMapPMREM),x.push(E.envMapMaxLod),x.push(E.envMapSize),x.push(E.mapUv),x.push(E.alphaMapUv),x.push(E.lightMapUv),x.push(E.aoMapUv),x.push(E.bumpMapUv),x.push(E.normalMapUv),x.push(E.displacementMapUv),x.push(E.emissiveMapUv),x.push(E.metalnessMapUv),x.push(E.roughnessMapUv),x.push(E.anisotropyMapUv),x.push(E.clearcoatMapUv),x.push(E.clearcoatNormalMapUv),x.push(E.clearcoatRoughnessMapUv),x.push(E.diffuseRoughnessMapUv),x.push(E.iridescenceMapUv),x.push(E.iridescenceThicknessMapUv),x.push(E.sheenColorMapUv),x.push(E.sheenRoughnessMapUv),x.push(E.specularMapUv),x.push(E.specularColorMapUv),x.push(E.specularIntensityMapUv),x.push(E.transmissionMapUv),x.push(E.thicknessMapUv),x.push(E.combine),x.push(E.fogExp2),x.push(E.sizeAttenuation),x.push(E.morphTargetsCount),x.push(E.numSunLights),x.push(E.numDirLights),x.push(E.numPointLights),x.push(E.numSpotLights),x.push(E.numSpotLightMaps),x.push(E.numHemiLights),x.push(E.numRectAreaLights),x.push(E.numSunLightShadows),x.push(E.numDirLightShadows),x.push(E.numPointLightShadows),x.push(E.numSpotLightShadows),x.push(E.numSpotLightShadowsWithMaps),x.push(E.numLightProbes),x.push(E.numLightProbeGrids),x.push(E.shadowMapType),x.push(E.toneMapping),x.push(E.numClippingPlanes),x.push(E.numClipIntersection),x.push(E.depthPacking)}function p(x,E){o.disableAll(),E.instancing&&o.enable(0),E.instancingColor&&o.enable(1),E.instancingMorph&&o.enable(2),E.matcap&&o.enable(3),E.envMap&&o.enable(4),E.normalMapObjectSpace&&o.enable(5),E.normalMapTangentSpace&&o.enable(6),E.clearcoat&&o.enable(7),E.iridescence&&o.enable(8),E.alphaTest&&o.enable(9),E.vertexColors&&o.enable(10),E.vertexAlphas&&o.enable(11),E.vertexUv1s&&o.enable(12),E.vertexUv2s&&o.enable(13),E.vertexUv3s&&o.enable(14),E.vertexTangents&&o.enable(15),E.anisotropy&&o.enable(16),E.alphaHash&&o.enable(17),E.batching&&o.enable(18),E.dispersion&&o.enable(19),E.retroreflection&&o.enable(24),E.diffuseRoughness&&o.enable(25),E.batchingColor&&o.enable(20),E.gradientMap&&o.enable(21),E.packedNormalMap&&o.enable(22),E.vertexNormals&&o.enable(23),x.push(o.mask),o.disableAll(),E.fog&&o.enable(0),E.useFog&&o.enable(1),E.flatShading&&o.enable(2),E.logarithmicDepthBuffer&&o.enable(3),E.reversedDepthBuffer&&o.enable(4),E.skinning&&o.enable(5),E.morphTargets&&o.enable(6),E.morphNormals&&o.enable(7),E.morphColors&&o.enable(8),E.premultipliedAlpha&&o.enable(9),E.shadowMapEnabled&&o.enable(10),E.doubleSided&&o.enable(11),E.flipSided&&o.enable(12),E.useDepthPacking&&o.enable(13),E.dithering&&o.enable(14),E.transmission&&o.enable(15),E.sheen&&o.enable(16),E.opaque&&o.enable(17),E.pointsUvs&&o.enable(18),E.decodeVideoTexture&&o.enable(19),E.decodeVideoTextureEmissive&&o.enable(20),E.alphaToCoverage&&o.enable(21),E.numLightProbeGrids>0&&o.enable(22),E.hasPositionAttribute&&o.enable(23),x.push(o.mask)}function S(x){let E=u[x.type],V;if(E){let F=ds[E];V=qg.clone(F.uniforms)}else V=x.uniforms;return V}function P(x,E){let V=h.get(E);return V!==void 0?++V.usedTimes:(V=new yT(n,E,x,s),c.push(V),h.set(E,V)),V}function T(x){if(--x.usedTimes===0){let E=c.indexOf(x);c[E]=c[c.length-1],c.pop(),h.delete(x.cacheKey),x.destroy()}}function L(x){a.remove(x)}function A(){a.dispose()}return{getParameters:g,getProgramCacheKey:v,getUniforms:S,acquireProgram:P,releaseProgram:T,releaseShaderCache:L,programs:c,dispose:A}}function MT(){let n=new WeakMap;function e(o){return n.has(o)}function t(o){let a=n.get(o);return a===void 0&&(a={},n.set(o,a)),a}function i(o){n.delete(o)}function s(o,a,l){n.get(o)[a]=l}function r(){n=new WeakMap}return{has:e,get:t,remove:i,update:s,dispose:r}}function wT(n,e){return n.groupOrder!==e.groupOrder?n.groupOrder-e.groupOrder:n.renderOrder!==e.renderOrder?n.renderOrder-e.renderOrder:n.material.id!==e.material.id?n.material.id-e.material.id:n.materialVariant!==e.materialVariant?n.materialVariant-e.materialVariant:n.z!==e.z?n.z-e.z:n.id-e.id}function d0(n,e){return n.groupOrder!==e.groupOrder?n.groupOrder-e.groupOrder:n.renderOrder!==e.renderOrder?n.renderOrder-e.renderOrder:n.z!==e.z?e.z-n.z:n.id-e.id}function f0(){let n=[],e=0,t=[],i=[],s=[];function r(){e=0,t.length=0,i.length=0,s.length=0}function o(u){let f=0;return u.isInstancedMesh&&(f+=2),u.isSkinnedMesh&&(f+=1),f}function a(u,f,g,v,m,p){let S=n[e];return S===void 0?(S={id:u.id,object:u,geometry:f,material:g,materialVariant:o(u),groupOrder:v,renderOrder:u.renderOrder,z:m,group:p},n[e]=S):(S.id=u.id,S.object=u,S.geometry=f,S.material=g,S.materialVariant=o(u),S.groupOrder=v,S.renderOrder=u.renderOrder,S.z=m,S.group=p),e++,S}function l(u,f,g,v,m,p,S){S.reversedDepth===!0&&(m=-m);let P=a(u,f,g,v,m,p);g.transmission>0?i.push(P):g.transparent===!0?s.push(P):t.push(P)}function c(u,f,g,v,m,p){let S=a(u,f,g,v,m,p);g.transmission>0?i.unshift(S):g.transparent===!0?s.unshift(S):t.unshift(S)}function h(u,f){t.length>1&&t.sort(u||wT),i.length>1&&i.sort(f||d0),s.length>1&&s.sort(f||d0)}function d(){for(let u=e,f=n.length;u<f;u++){let g=n[u];if(g.id===null)break;g.id=null,g.object=null,g.geometry=null,g.material=null,g.group=null}}return{opaque:t,transmissive:i,transparent:s,init:r,push:l,unshift:c,finish:d,sort:h}}function TT(){let n=new WeakMap;function e(i,s){let r=n.get(i),o;return r===void 0?(o=new f0,n.set(i,[o])):s>=r.length?(o=new f0,r.push(o)):o=r[s],o}function t(){n=new WeakMap}return{get:e,dispose:t}}function ET(){let n={};return{get:function(e){if(n[e.id]!==void 0)return n[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new $,color:new bt};break;case"SpotLight":t={position:new $,direction:new $,color:new bt,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new $,color:new bt,distance:0,decay:0};break;case"HemisphereLight":t={direction:new $,skyColor:new bt,groundColor:new bt};break;case"RectAreaLight":t={color:new bt,position:new $,halfWidth:new $,halfHeight:new $};break}return n[e.id]=t,t}}}function AT(){let n={};return{get:function(e){if(n[e.id]!==void 0)return n[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new je};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new je};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new je,shadowCameraNear:1,shadowCameraFar:1e3};break}return n[e.id]=t,t}}}var CT=0;function RT(n,e){return(e.castShadow?2:0)-(n.castShadow?2:0)+(e.map?1:0)-(n.map?1:0)}function PT(n){let e=new ET,t=AT(),i={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let c=0;c<9;c++)i.probe.push(new $);let s=new $,r=new qt,o=new qt;function a(c){let h=0,d=0,u=0;for(let G=0;G<9;G++)i.probe[G].set(0,0,0);let f=0,g=0,v=0,m=0,p=0,S=0,P=0,T=0,L=0,A=0,x=0,E=0,V=0,F=0;c.sort(RT);for(let G=0,X=c.length;G<X;G++){let U=c[G],q=U.color,J=U.intensity,W=U.distance,ue=null;if(U.shadow&&U.shadow.map&&(U.shadow.map.texture.format===hr?ue=U.shadow.map.texture:ue=U.shadow.map.depthTexture||U.shadow.map.texture),U.isAmbientLight)h+=q.r*J,d+=q.g*J,u+=q.b*J;else if(U.isLightProbe){for(let Q=0;Q<9;Q++)i.probe[Q].addScaledVector(U.sh.coefficients[Q],J);F++}else if(U.isSunLight){let Q=e.get(U);if(Q.color.copy(U.color).multiplyScalar(U.intensity),U.castShadow){let te=U.shadow,oe=t.get(U);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize.copy(te.mapSize).multiply(te.getFrameExtents()),i.sunShadow[g]=oe,i.sunShadowMap[g]=ue;let pe=te.getViewportCount();for(let fe=0;fe<pe;fe++)i.sunShadowMatrix[v+fe]=te.getMatrix(fe),i.sunShadowCascade[v+fe]=te._cascadeData[fe];v+=pe,g++}i.sun[f]=Q,f++}else if(U.isDirectionalLight){let Q=e.get(U);if(Q.color.copy(U.color).multiplyScalar(U.intensity),U.castShadow){let te=U.shadow,oe=t.get(U);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize=te.mapSize,i.directionalShadow[m]=oe,i.directionalShadowMap[m]=ue,i.directionalShadowMatrix[m]=U.shadow.matrix,L++}i.directional[m]=Q,m++}else if(U.isSpotLight){let Q=e.get(U);Q.position.setFromMatrixPosition(U.matrixWorld),Q.color.copy(q).multiplyScalar(J),Q.distance=W,Q.coneCos=Math.cos(U.angle),Q.penumbraCos=Math.cos(U.angle*(1-U.penumbra)),Q.decay=U.decay,i.spot[S]=Q;let te=U.shadow;if(U.map&&(i.spotLightMap[E]=U.map,E++,te.updateMatrices(U),U.castShadow&&V++),i.spotLightMatrix[S]=te.matrix,U.castShadow){let oe=t.get(U);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize=te.mapSize,i.spotShadow[S]=oe,i.spotShadowMap[S]=ue,x++}S++}else if(U.isRectAreaLight){let Q=e.get(U);Q.color.copy(q).multiplyScalar(J),Q.halfWidth.set(U.width*.5,0,0),Q.halfHeight.set(0,U.height*.5,0),i.rectArea[P]=Q,P++}else if(U.isPointLight){let Q=e.get(U);if(Q.color.copy(U.color).multiplyScalar(U.intensity),Q.distance=U.distance,Q.decay=U.decay,U.castShadow){let te=U.shadow,oe=t.get(U);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize=te.mapSize,oe.shadowCameraNear=te.camera.near,oe.shadowCameraFar=te.camera.far,i.pointShadow[p]=oe,i.pointShadowMap[p]=ue,i.pointShadowMatrix[p]=U.shadow.matrix,A++}i.point[p]=Q,p++}else if(U.isHemisphereLight){let Q=e.get(U);Q.skyColor.copy(U.color).multiplyScalar(J),Q.groundColor.copy(U.groundColor).multiplyScalar(J),i.hemi[T]=Q,T++}}P>0&&(n.has("OES_texture_float_linear")===!0?(i.rectAreaLTC1=Ue.LTC_FLOAT_1,i.rectAreaLTC2=Ue.LTC_FLOAT_2):(i.rectAreaLTC1=Ue.LTC_HALF_1,i.rectAreaLTC2=Ue.LTC_HALF_2)),i.ambient[0]=h,i.ambient[1]=d,i.ambient[2]=u;let O=i.hash;(O.sunLength!==f||O.directionalLength!==m||O.pointLength!==p||O.spotLength!==S||O.rectAreaLength!==P||O.hemiLength!==T||O.numSunShadows!==g||O.numDirectionalShadows!==L||O.numPointShadows!==A||O.numSpotShadows!==x||O.numSpotMaps!==E||O.numLightProbes!==F)&&(i.sun.length=f,i.directional.length=m,i.spot.length=S,i.rectArea.length=P,i.point.length=p,i.hemi.length=T,i.sunShadow.length=g,i.sunShadowMap.length=g,i.sunShadowMatrix.length=v,i.sunShadowCascade.length=v,i.directionalShadow.length=L,i.directionalShadowMap.length=L,i.directionalShadowMatrix.length=L,i.pointShadow.length=A,i.pointShadowMap.length=A,i.pointShadowMatrix.length=A,i.spotShadow.length=x,i.spotShadowMap.length=x,i.spotLightMatrix.length=x+E-V,i.spotLightMap.length=E,i.numSpotLightShadowsWithMaps=V,i.numLightProbes=F,O.sunLength=f,O.directionalLength=m,O.pointLength=p,O.spotLength=S,O.rectAreaLength=P,O.hemiLength=T,O.numSunShadows=g,O.numDirectionalShadows=L,O.numPointShadows=A,O.numSpotShadows=x,O.numSpotMaps=E,O.numLightProbes=F,i.version=CT++)}function l(c,h){let d=0,u=0,f=0,g=0,v=0,m=0,p=h.matrixWorldInverse;for(let S=0,P=c.length;S<P;S++){let T=c[S];if(T.isSunLight){let L=i.sun[d];L.direction.setFromMatrixPosition(T.matrixWorld),L.direction.transformDirection(p),d++}else if(T.isDirectionalLight){let L=i.directional[u];L.direction.setFromMatrixPosition(T.matrixWorld),s.setFromMatrixPosition(T.target.matrixWorld),L.direction.sub(s),L.direction.transformDirection(p),u++}else if(T.isSpotLight){let L=i.spot[g];L.position.setFromMatrixPosition(T.matrixWorld),L.position.applyMatrix4(p),L.direction.setFromMatrixPosition(T.matrixWorld),s.setFromMatrixPosition(T.target.matrixWorld),L.direction.sub(s),L.direction.transformDirection(p),g++}else if(T.isRectAreaLight){let L=i.rectArea[v];L.position.setFromMatrixPosition(T.matrixWorld),L.position.applyMatrix4(p),o.identity(),r.copy(T.matrixWorld),r.premultiply(p),o.extractRotation(r),L.halfWidth.set(T.width*.5,0,0),L.halfHeight.set(0,T.height*.5,0),L.halfWidth.applyMatrix4(o),L.halfHeight.applyMatrix4(o),v++}else if(T.isPointLight){let L=i.point[f];L.position.setFromMatrixPosition(T.matrixWorld),L.position.applyMatrix4(p),f++}else if(T.isHemisphereLight){let L=i.hemi[m];L.direction.setFromMatrixPosition(T.matrixWorld),L.direction.transformDirection(p),m++}}}return{setup:a,setupView:l,state:i}}function p0(n){let e=new PT(n),t=[],i=[],s=[];function r(d){h.camera=d,t.length=0,i.length=0,s.length=0}function o(d){d.isLightProbeGrid?s.push(d):t.push(d)}function a(d){i.push(d)}function l(){e.setup(t),s.sort((d,u)=>d.priority-u.priority||d.id-u.id)}function c(d){e.setupView(t,d)}let h={lightsArray:t,shadowsArray:i,lightProbeGridArray:s,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:r,state:h,setupLights:l,setupLightsView:c,pushLight:o,pushShadow:a}}function IT(n){let e=new WeakMap;function t(s,r=0){let o=e.get(s),a;return o===void 0?(a=new p0(n),e.set(s,[a])):r>=o.length?(a=new p0(n),o.push(a)):a=o[r],a}function i(){e=new WeakMap}return{get:t,dispose:i}}var LT=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,DT=`uniform sampler2D shadow_pass;
uniform vec2 resolution;
uniform float radius;
void main() {
	const float samples = float( VSM_SAMPLES );
	float mean = 0.0;
	float squared_mean = 0.0;
	float uvStride = samples <= 1.0 ? 0.0 : 2.0 / ( samples - 1.0 );
	float uvStart = samples <= 1.0 ? 0.0 : - 1.0;
	for ( float i = 0.0; i < samples; i ++ ) {
		float uvOffset = uvStart + i * uvStride;
		#ifdef HORIZONTAL_PASS
			vec2 distribution = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( uvOffset, 0.0 ) * radius ) / resolution ).rg;
			mean += distribution.x;
			squared_mean += distribution.y * distribution.y + distribution.x * distribution.x;
		#else
			float depth = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( 0.0, uvOffset ) * radius ) / resolution ).r;
			mean += depth;
			squared_mean += depth * depth;
		#endif
	}
	mean = mean / samples;
	squared_mean = squared_mean / samples;
	float std_dev = sqrt( max( 0.0, squared_mean - mean * mean ) );
	gl_FragColor = vec4( mean, std_dev, 0.0, 1.0 );
}`,NT=[new $(1,0,0),new $(-1,0,0),new $(0,1,0),new $(0,-1,0),new $(0,0,1),new $(0,0,-1)],UT=[new $(0,-1,0),new $(0,-1,0),new $(0,0,1),new $(0,0,-1),new $(0,-1,0),new $(0,-1,0)],m0=new qt,tl=new $,rf=new $;function OT(n,e,t){let i=new ir,s=new je,r=new je,o=new tn,a=new zc,l=new Vc,c={},h=t.maxTextureSize,d={[cr]:ri,[ri]:cr,[Di]:Di},u=new cs({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new je},radius:{value:4}},vertexShader:LT,fragmentShader:DT}),f=u.clone();f.defines.HORIZONTAL_PASS=1;let g=new bi;g.setAttribute("position",new yi(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let v=new Mi(g,u),m=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=Ya;let p=this.type;this.render=function(A,x,E){if(m.enabled===!1||m.autoUpdate===!1&&m.needsUpdate===!1||A.length===0)return;this.type===lg&&(Je("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=Ya);let V=n.getRenderTarget(),F=n.getActiveCubeFace(),O=n.getActiveMipmapLevel(),G=n.state;G.setBlending(Er),G.buffers.depth.getReversed()===!0?G.buffers.color.setClear(0,0,0,0):G.buffers.color.setClear(1,1,1,1),G.buffers.depth.setTest(!0),G.setScissorTest(!1);let X=p!==this.type;X&&x.traverse(function(U){U.material&&(Array.isArray(U.material)?U.material.forEach(q=>q.needsUpdate=!0):U.material.needsUpdate=!0)});for(let U=0,q=A.length;U<q;U++){let J=A[U],W=J.shadow;if(W===void 0){Je("WebGLShadowMap:",J,"has no shadow.");continue}if(W.autoUpdate===!1&&W.needsUpdate===!1)continue;s.copy(W.mapSize);let ue=W.getFrameExtents();s.multiply(ue),r.copy(W.mapSize),(s.x>h||s.y>h)&&(s.x>h&&(r.x=Math.floor(h/ue.x),s.x=r.x*ue.x,W.mapSize.x=r.x),s.y>h&&(r.y=Math.floor(h/ue.y),s.y=r.y*ue.y,W.mapSize.y=r.y));let Q=n.state.buffers.depth.getReversed();if(W.camera._reversedDepth=Q,W.map===null||X===!0){if(W.map!==null&&(W.map.depthTexture!==null&&(W.map.depthTexture.dispose(),W.map.depthTexture=null),W.map.dispose()),this.type===Ao){if(J.isPointLight){Je("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}W.map=new Si(s.x,s.y,{format:hr,type:qi,minFilter:si,magFilter:si,generateMipmaps:!1}),W.map.texture.name=J.name+".shadowMap",W.map.depthTexture=new Ds(s.x,s.y,Xi),W.map.depthTexture.name=J.name+".shadowMapDepth",W.map.depthTexture.format=Rs,W.map.depthTexture.compareFunction=null,W.map.depthTexture.minFilter=Vn,W.map.depthTexture.magFilter=Vn}else J.isPointLight?(W.map=new il(s.x),W.map.depthTexture=new Na(s.x,Wi)):(W.map=new Si(s.x,s.y),W.map.depthTexture=new Ds(s.x,s.y,Wi)),W.map.depthTexture.name=J.name+".shadowMap",W.map.depthTexture.format=Rs,this.type===Ya?(W.map.depthTexture.compareFunction=Q?Xd:Wd,W.map.depthTexture.minFilter=si,W.map.depthTexture.magFilter=si):(W.map.depthTexture.compareFunction=null,W.map.depthTexture.minFilter=Vn,W.map.depthTexture.magFilter=Vn);W.camera.updateProjectionMatrix()}W.map.isWebGLCubeRenderTarget!==!0&&(W.map.width!==s.x||W.map.height!==s.y)&&W.map.setSize(s.x,s.y);let te=W.map.isWebGLCubeRenderTarget?6:W.getViewportCount();J.isPointLight!==!0&&W.updateMatrices(J,E);let oe=(W.camera.layers.mask&4294967294)!==0?W.camera.layers:E.layers;for(let pe=0;pe<te;pe++){let fe=W.getCamera(pe);if(J.isPointLight){let ne=W.camera,_e=W.matrix,ve=J.distance||ne.far;ve!==ne.far&&(ne.far=ve,ne.updateProjectionMatrix()),tl.setFromMatrixPosition(J.matrixWorld),ne.position.copy(tl),rf.copy(ne.position),rf.add(NT[pe]),ne.up.copy(UT[pe]),ne.lookAt(rf),ne.updateMatrixWorld(),_e.makeTranslation(-tl.x,-tl.y,-tl.z),m0.multiplyMatrices(ne.projectionMatrix,ne.matrixWorldInverse),W._frustum.setFromProjectionMatrix(m0,ne.coordinateSystem,ne.reversedDepth)}if(W.map.isWebGLCubeRenderTarget)n.setRenderTarget(W.map,pe),n.clear();else{pe===0&&(n.setRenderTarget(W.map),n.clear());let ne=W.getViewport(pe);o.set(r.x*ne.x,r.y*ne.y,r.x*ne.z,r.y*ne.w),G.viewport(o)}i=W.getFrustum(pe),T(x,E,fe,J,oe,this.type)}W.isPointLightShadow!==!0&&this.type===Ao&&S(W,E),W.needsUpdate=!1}p=this.type,m.needsUpdate=!1,n.setRenderTarget(V,F,O)};function S(A,x){let E=e.update(v);u.defines.VSM_SAMPLES!==A.blurSamples&&(u.defines.VSM_SAMPLES=A.blurSamples,f.defines.VSM_SAMPLES=A.blurSamples,u.needsUpdate=!0,f.needsUpdate=!0),A.mapPass===null?A.mapPass=new Si(s.x,s.y,{format:hr,type:qi}):(A.mapPass.width!==A.map.width||A.mapPass.height!==A.map.height)&&A.mapPass.setSize(A.map.width,A.map.height),u.uniforms.shadow_pass.value=A.map.depthTexture,u.uniforms.resolution.value.set(A.map.width,A.map.height),u.uniforms.radius.value=A.radius,n.setRenderTarget(A.mapPass),n.clear(),n.renderBufferDirect(x,null,E,u,v,null),f.uniforms.shadow_pass.value=A.mapPass.texture,f.uniforms.resolution.value.set(A.map.width,A.map.height),f.uniforms.radius.value=A.radius,n.setRenderTarget(A.map),n.clear(),n.renderBufferDirect(x,null,E,f,v,null)}function P(A,x,E,V){let F=null,O=E.isPointLight===!0?A.customDistanceMaterial:A.customDepthMaterial;if(O!==void 0)F=O;else if(F=E.isPointLight===!0?l:a,n.localClippingEnabled&&x.clipShadows===!0&&Array.isArray(x.clippingPlanes)&&x.clippingPlanes.length!==0||x.displacementMap&&x.displacementScale!==0||x.alphaMap&&x.alphaTest>0||x.map&&x.alphaTest>0||x.alphaToCoverage===!0){let G=F.uuid,X=x.uuid,U=c[G];U===void 0&&(U={},c[G]=U);let q=U[X];q===void 0&&(q=F.clone(),U[X]=q,x.addEventListener("dispose",L)),F=q}if(F.visible=x.visible,F.wireframe=x.wireframe,V===Ao?F.side=x.shadowSide!==null?x.shadowSide:x.side:F.side=x.shadowSide!==null?x.shadowSide:d[x.side],F.alphaMap=x.alphaMap,F.alphaTest=x.alphaToCoverage===!0?.5:x.alphaTest,F.map=x.map,F.clipShadows=x.clipShadows,F.clippingPlanes=x.clippingPlanes,F.clipIntersection=x.clipIntersection,F.displacementMap=x.displacementMap,F.displacementScale=x.displacementScale,F.displacementBias=x.displacementBias,F.wireframeLinewidth=x.wireframeLinewidth,F.linewidth=x.linewidth,E.isPointLight===!0&&F.isMeshDistanceMaterial===!0){let G=n.properties.get(F);G.light=E}return F}function T(A,x,E,V,F,O){if(A.visible===!1)return;if(A.layers.test(F)&&(A.isMesh||A.isLine||A.isPoints)&&(A.castShadow||A.receiveShadow&&O===Ao)&&(!A.frustumCulled||A.intersectsFrustum(i))){A.modelViewMatrix.multiplyMatrices(E.matrixWorldInverse,A.matrixWorld);let U=e.update(A),q=A.material;if(Array.isArray(q)){let J=U.groups;for(let W=0,ue=J.length;W<ue;W++){let Q=J[W],te=q[Q.materialIndex];if(te&&te.visible){let oe=P(A,te,V,O);A.onBeforeShadow(n,A,x,E,U,oe,Q),n.renderBufferDirect(E,null,U,oe,A,Q),A.onAfterShadow(n,A,x,E,U,oe,Q)}}}else if(q.visible){let J=P(A,q,V,O);A.onBeforeShadow(n,A,x,E,U,J,null),n.renderBufferDirect(E,null,U,J,A,null),A.onAfterShadow(n,A,x,E,U,J,null)}}let X=A.children;for(let U=0,q=X.length;U<q;U++)T(X[U],x,E,V,F,O)}function L(A){A.target.removeEventListener("dispose",L);for(let E in c){let V=c[E],F=A.target.uuid;F in V&&(V[F].dispose(),delete V[F])}}}function FT(n,e){function t(){let B=!1,ae=new tn,se=null,Ee=new tn(0,0,0,0);return{setMask:function(xe){se!==xe&&!B&&(n.colorMask(xe,xe,xe,xe),se=xe)},setLocked:function(xe){B=xe},setClear:function(xe,Me,Xe,et,he){he===!0&&(xe*=et,Me*=et,Xe*=et),ae.set(xe,Me,Xe,et),Ee.equals(ae)===!1&&(n.clearColor(xe,Me,Xe,et),Ee.copy(ae))},reset:function(){B=!1,se=null,Ee.set(-1,0,0,0)}}}function i(){let B=!1,ae=!1,se=null,Ee=null,xe=null;return{setReversed:function(Me){if(ae!==Me){let Xe=e.get("EXT_clip_control");Me?Xe.clipControlEXT(Xe.LOWER_LEFT_EXT,Xe.ZERO_TO_ONE_EXT):Xe.clipControlEXT(Xe.LOWER_LEFT_EXT,Xe.NEGATIVE_ONE_TO_ONE_EXT),ae=Me;let et=xe;xe=null,this.setClear(et)}},getReversed:function(){return ae},setTest:function(Me){Me?we(n.DEPTH_TEST):qe(n.DEPTH_TEST)},setMask:function(Me){se!==Me&&!B&&(n.depthMask(Me),se=Me)},setFunc:function(Me){if(ae&&(Me=Gg[Me]),Ee!==Me){switch(Me){case yc:n.depthFunc(n.NEVER);break;case vc:n.depthFunc(n.ALWAYS);break;case Sc:n.depthFunc(n.LESS);break;case go:n.depthFunc(n.LEQUAL);break;case bc:n.depthFunc(n.EQUAL);break;case Mc:n.depthFunc(n.GEQUAL);break;case wc:n.depthFunc(n.GREATER);break;case Tc:n.depthFunc(n.NOTEQUAL);break;default:n.depthFunc(n.LEQUAL)}Ee=Me}},setLocked:function(Me){B=Me},setClear:function(Me){xe!==Me&&(xe=Me,ae&&(Me=1-Me),n.clearDepth(Me))},reset:function(){B=!1,se=null,Ee=null,xe=null,ae=!1}}}function s(){let B=!1,ae=null,se=null,Ee=null,xe=null,Me=null,Xe=null,et=null,he=null;return{setTest:function(ze){B||(ze?we(n.STENCIL_TEST):qe(n.STENCIL_TEST))},setMask:function(ze){ae!==ze&&!B&&(n.stencilMask(ze),ae=ze)},setFunc:function(ze,tt,Pe){(se!==ze||Ee!==tt||xe!==Pe)&&(n.stencilFunc(ze,tt,Pe),se=ze,Ee=tt,xe=Pe)},setOp:function(ze,tt,Pe){(Me!==ze||Xe!==tt||et!==Pe)&&(n.stencilOp(ze,tt,Pe),Me=ze,Xe=tt,et=Pe)},setLocked:function(ze){B=ze},setClear:function(ze){he!==ze&&(n.clearStencil(ze),he=ze)},reset:function(){B=!1,ae=null,se=null,Ee=null,xe=null,Me=null,Xe=null,et=null,he=null}}}let r=new t,o=new i,a=new s,l={},c=new WeakMap,h={},d={},u={},f=new WeakMap,g=[],v=null,m=!1,p=null,S=null,P=null,T=null,L=null,A=null,x=null,E=new bt(0,0,0),V=0,F=!1,O=null,G=null,X=null,U=null,q=null,J=n.getParameter(n.MAX_COMBINED_TEXTURE_IMAGE_UNITS),W=!1,ue=0,Q=n.getParameter(n.VERSION);Q.indexOf("WebGL")!==-1?(ue=parseFloat(/^WebGL (\d)/.exec(Q)[1]),W=ue>=1):Q.indexOf("OpenGL ES")!==-1&&(ue=parseFloat(/^OpenGL ES (\d)/.exec(Q)[1]),W=ue>=2);let te=null,oe={},pe=n.getParameter(n.SCISSOR_BOX),fe=n.getParameter(n.VIEWPORT),ne=new tn().fromArray(pe),_e=new tn().fromArray(fe);function ve(B,ae,se,Ee){let xe=new Uint8Array(4),Me=n.createTexture();n.bindTexture(B,Me),n.texParameteri(B,n.TEXTURE_MIN_FILTER,n.NEAREST),n.texParameteri(B,n.TEXTURE_MAG_FILTER,n.NEAREST);for(let Xe=0;Xe<se;Xe++)B===n.TEXTURE_3D||B===n.TEXTURE_2D_ARRAY?n.texImage3D(ae,0,n.RGBA,1,1,Ee,0,n.RGBA,n.UNSIGNED_BYTE,xe):n.texImage2D(ae+Xe,0,n.RGBA,1,1,0,n.RGBA,n.UNSIGNED_BYTE,xe);return Me}let Re={};Re[n.TEXTURE_2D]=ve(n.TEXTURE_2D,n.TEXTURE_2D,1),Re[n.TEXTURE_CUBE_MAP]=ve(n.TEXTURE_CUBE_MAP,n.TEXTURE_CUBE_MAP_POSITIVE_X,6),Re[n.TEXTURE_2D_ARRAY]=ve(n.TEXTURE_2D_ARRAY,n.TEXTURE_2D_ARRAY,1,1),Re[n.TEXTURE_3D]=ve(n.TEXTURE_3D,n.TEXTURE_3D,1,1),r.setClear(0,0,0,1),o.setClear(1),a.setClear(0),we(n.DEPTH_TEST),o.setFunc(go),mn(!1),Bt(Md),we(n.CULL_FACE),Qt(Er);function we(B){h[B]!==!0&&(n.enable(B),h[B]=!0)}function qe(B){h[B]!==!1&&(n.disable(B),h[B]=!1)}function ct(B,ae){return u[B]!==ae?(n.bindFramebuffer(B,ae),u[B]=ae,B===n.DRAW_FRAMEBUFFER&&(u[n.FRAMEBUFFER]=ae),B===n.FRAMEBUFFER&&(u[n.DRAW_FRAMEBUFFER]=ae),!0):!1}function We(B,ae){let se=g,Ee=!1;if(B){se=f.get(ae),se===void 0&&(se=[],f.set(ae,se));let xe=B.textures;if(se.length!==xe.length||se[0]!==n.COLOR_ATTACHMENT0){for(let Me=0,Xe=xe.length;Me<Xe;Me++)se[Me]=n.COLOR_ATTACHMENT0+Me;se.length=xe.length,Ee=!0}}else se[0]!==n.BACK&&(se[0]=n.BACK,Ee=!0);Ee&&n.drawBuffers(se)}function _t(B){return v!==B?(n.useProgram(B),v=B,!0):!1}let pt={[Ar]:n.FUNC_ADD,[hg]:n.FUNC_SUBTRACT,[ug]:n.FUNC_REVERSE_SUBTRACT};pt[dg]=n.MIN,pt[fg]=n.MAX;let ot={[pg]:n.ZERO,[mg]:n.ONE,[gg]:n.SRC_COLOR,[Ad]:n.SRC_ALPHA,[bg]:n.SRC_ALPHA_SATURATE,[vg]:n.DST_COLOR,[xg]:n.DST_ALPHA,[_g]:n.ONE_MINUS_SRC_COLOR,[Cd]:n.ONE_MINUS_SRC_ALPHA,[Sg]:n.ONE_MINUS_DST_COLOR,[yg]:n.ONE_MINUS_DST_ALPHA,[Mg]:n.CONSTANT_COLOR,[wg]:n.ONE_MINUS_CONSTANT_COLOR,[Tg]:n.CONSTANT_ALPHA,[Eg]:n.ONE_MINUS_CONSTANT_ALPHA};function Qt(B,ae,se,Ee,xe,Me,Xe,et,he,ze){if(B===Er){m===!0&&(qe(n.BLEND),m=!1);return}if(m===!1&&(we(n.BLEND),m=!0),B!==cg){if(B!==p||ze!==F){if((S!==Ar||L!==Ar)&&(n.blendEquation(n.FUNC_ADD),S=Ar,L=Ar),ze)switch(B){case Co:n.blendFuncSeparate(n.ONE,n.ONE_MINUS_SRC_ALPHA,n.ONE,n.ONE_MINUS_SRC_ALPHA);break;case wd:n.blendFunc(n.ONE,n.ONE);break;case Td:n.blendFuncSeparate(n.ZERO,n.ONE_MINUS_SRC_COLOR,n.ZERO,n.ONE);break;case Ed:n.blendFuncSeparate(n.DST_COLOR,n.ONE_MINUS_SRC_ALPHA,n.ZERO,n.ONE);break;default:nt("WebGLState: Invalid blending: ",B);break}else switch(B){case Co:n.blendFuncSeparate(n.SRC_ALPHA,n.ONE_MINUS_SRC_ALPHA,n.ONE,n.ONE_MINUS_SRC_ALPHA);break;case wd:n.blendFuncSeparate(n.SRC_ALPHA,n.ONE,n.ONE,n.ONE);break;case Td:nt("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case Ed:nt("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:nt("WebGLState: Invalid blending: ",B);break}P=null,T=null,A=null,x=null,E.set(0,0,0),V=0,p=B,F=ze}return}xe=xe||ae,Me=Me||se,Xe=Xe||Ee,(ae!==S||xe!==L)&&(n.blendEquationSeparate(pt[ae],pt[xe]),S=ae,L=xe),(se!==P||Ee!==T||Me!==A||Xe!==x)&&(n.blendFuncSeparate(ot[se],ot[Ee],ot[Me],ot[Xe]),P=se,T=Ee,A=Me,x=Xe),(et.equals(E)===!1||he!==V)&&(n.blendColor(et.r,et.g,et.b,he),E.copy(et),V=he),p=B,F=!1}function Wt(B,ae){B.side===Di?qe(n.CULL_FACE):we(n.CULL_FACE);let se=B.side===ri;ae&&(se=!se),mn(se),B.blending===Co&&B.transparent===!1?Qt(Er):Qt(B.blending,B.blendEquation,B.blendSrc,B.blendDst,B.blendEquationAlpha,B.blendSrcAlpha,B.blendDstAlpha,B.blendColor,B.blendAlpha,B.premultipliedAlpha),o.setFunc(B.depthFunc),o.setTest(B.depthTest),o.setMask(B.depthWrite),r.setMask(B.colorWrite);let Ee=B.stencilWrite;a.setTest(Ee),Ee&&(a.setMask(B.stencilWriteMask),a.setFunc(B.stencilFunc,B.stencilRef,B.stencilFuncMask),a.setOp(B.stencilFail,B.stencilZFail,B.stencilZPass)),At(B.polygonOffset,B.polygonOffsetFactor,B.polygonOffsetUnits),B.alphaToCoverage===!0?we(n.SAMPLE_ALPHA_TO_COVERAGE):qe(n.SAMPLE_ALPHA_TO_COVERAGE)}function mn(B){O!==B&&(B?n.frontFace(n.CW):n.frontFace(n.CCW),O=B)}function Bt(B){B!==og?(we(n.CULL_FACE),B!==G&&(B===Md?n.cullFace(n.BACK):B===ag?n.cullFace(n.FRONT):n.cullFace(n.FRONT_AND_BACK))):qe(n.CULL_FACE),G=B}function Dn(B){B!==X&&(W&&n.lineWidth(B),X=B)}function At(B,ae,se){B?(we(n.POLYGON_OFFSET_FILL),(U!==ae||q!==se)&&(U=ae,q=se,o.getReversed()&&(ae=-ae,se=-se),n.polygonOffset(ae,se))):qe(n.POLYGON_OFFSET_FILL)}function wn(B){B?we(n.SCISSOR_TEST):qe(n.SCISSOR_TEST)}function sn(B){B===void 0&&(B=n.TEXTURE0+J-1),te!==B&&(n.activeTexture(B),te=B)}function gn(B,ae,se){se===void 0&&(te===null?se=n.TEXTURE0+J-1:se=te);let Ee=oe[se];Ee===void 0&&(Ee={type:void 0,texture:void 0},oe[se]=Ee),(Ee.type!==B||Ee.texture!==ae)&&(te!==se&&(n.activeTexture(se),te=se),n.bindTexture(B,ae||Re[B]),Ee.type=B,Ee.texture=ae)}function k(){let B=oe[te];B!==void 0&&B.type!==void 0&&(n.bindTexture(B.type,null),B.type=void 0,B.texture=void 0)}function Ie(){try{n.compressedTexImage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function Ke(){try{n.compressedTexImage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function ht(){try{n.texSubImage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function Te(){try{n.texSubImage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function zt(){try{n.compressedTexSubImage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function He(){try{n.compressedTexSubImage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function $e(){try{n.texStorage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function I(){try{n.texStorage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function b(){try{n.texImage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function Y(){try{n.texImage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function de(B){return d[B]!==void 0?d[B]:n.getParameter(B)}function le(B,ae){d[B]!==ae&&(n.pixelStorei(B,ae),d[B]=ae)}function ye(B){ne.equals(B)===!1&&(n.scissor(B.x,B.y,B.z,B.w),ne.copy(B))}function Se(B){_e.equals(B)===!1&&(n.viewport(B.x,B.y,B.z,B.w),_e.copy(B))}function ie(B,ae){let se=c.get(ae);se===void 0&&(se=new WeakMap,c.set(ae,se));let Ee=se.get(B);Ee===void 0&&(Ee=n.getUniformBlockIndex(ae,B.name),n.uniformBlockBinding(ae,Ee,Ee),se.set(B,Ee))}function re(B,ae,se){let xe=c.get(ae).get(B);l[xe]!==se&&(n.bindBufferBase(n.UNIFORM_BUFFER,xe,se),l[xe]=se)}function ge(){n.disable(n.BLEND),n.disable(n.CULL_FACE),n.disable(n.DEPTH_TEST),n.disable(n.POLYGON_OFFSET_FILL),n.disable(n.SCISSOR_TEST),n.disable(n.STENCIL_TEST),n.disable(n.SAMPLE_ALPHA_TO_COVERAGE),n.blendEquation(n.FUNC_ADD),n.blendFunc(n.ONE,n.ZERO),n.blendFuncSeparate(n.ONE,n.ZERO,n.ONE,n.ZERO),n.blendColor(0,0,0,0),n.colorMask(!0,!0,!0,!0),n.clearColor(0,0,0,0),n.depthMask(!0),n.depthFunc(n.LESS),o.setReversed(!1),n.clearDepth(1),n.stencilMask(4294967295),n.stencilFunc(n.ALWAYS,0,4294967295),n.stencilOp(n.KEEP,n.KEEP,n.KEEP),n.clearStencil(0),n.cullFace(n.BACK),n.frontFace(n.CCW),n.polygonOffset(0,0),n.activeTexture(n.TEXTURE0),n.bindFramebuffer(n.FRAMEBUFFER,null),n.bindFramebuffer(n.DRAW_FRAMEBUFFER,null),n.bindFramebuffer(n.READ_FRAMEBUFFER,null),n.useProgram(null),n.lineWidth(1),n.scissor(0,0,n.canvas.width,n.canvas.height),n.viewport(0,0,n.canvas.width,n.canvas.height),n.pixelStorei(n.PACK_ALIGNMENT,4),n.pixelStorei(n.UNPACK_ALIGNMENT,4),n.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,!1),n.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),n.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,n.BROWSER_DEFAULT_WEBGL),n.pixelStorei(n.PACK_ROW_LENGTH,0),n.pixelStorei(n.PACK_SKIP_PIXELS,0),n.pixelStorei(n.PACK_SKIP_ROWS,0),n.pixelStorei(n.UNPACK_ROW_LENGTH,0),n.pixelStorei(n.UNPACK_IMAGE_HEIGHT,0),n.pixelStorei(n.UNPACK_SKIP_PIXELS,0),n.pixelStorei(n.UNPACK_SKIP_ROWS,0),n.pixelStorei(n.UNPACK_SKIP_IMAGES,0),h={},d={},te=null,oe={},u={},l={},f=new WeakMap,g=[],v=null,m=!1,p=null,S=null,P=null,T=null,L=null,A=null,x=null,E=new bt(0,0,0),V=0,F=!1,O=null,G=null,X=null,U=null,q=null,ne.set(0,0,n.canvas.width,n.canvas.height),_e.set(0,0,n.canvas.width,n.canvas.height),r.reset(),o.reset(),a.reset()}return{buffers:{color:r,depth:o,stencil:a},enable:we,disable:qe,bindFramebuffer:ct,drawBuffers:We,useProgram:_t,setBlending:Qt,setMaterial:Wt,setFlipSided:mn,setCullFace:Bt,setLineWidth:Dn,setPolygonOffset:At,setScissorTest:wn,activeTexture:sn,bindTexture:gn,unbindTexture:k,compressedTexImage2D:Ie,compressedTexImage3D:Ke,texImage2D:b,texImage3D:Y,pixelStorei:le,getParameter:de,updateUBOMapping:ie,uniformBlockBinding:re,texStorage2D:$e,texStorage3D:I,texSubImage2D:ht,texSubImage3D:Te,compressedTexSubImage2D:zt,compressedTexSubImage3D:He,scissor:ye,viewport:Se,reset:ge}}function BT(n,e,t,i,s,r,o){let a=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,l=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),c=new je,h=new WeakMap,d=new Set,u,f=new WeakMap,g=new Set,v=new FinalizationRegistry(I=>g.delete(I)),m=!1;try{m=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function p(I,b){return m?new OffscreenCanvas(I,b):Aa("canvas")}function S(I,b,Y){let de=1,le=$e(I);if((le.width>Y||le.height>Y)&&(de=Y/Math.max(le.width,le.height)),de<1)if(typeof HTMLImageElement<"u"&&I instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&I instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&I instanceof ImageBitmap||typeof VideoFrame<"u"&&I instanceof VideoFrame){let ye=Math.floor(de*le.width),Se=Math.floor(de*le.height);u===void 0&&(u=p(ye,Se));let ie=b?p(ye,Se):u;return ie.width=ye,ie.height=Se,ie.getContext("2d").drawImage(I,0,0,ye,Se),Je("WebGLRenderer: Texture has been resized from ("+le.width+"x"+le.height+") to ("+ye+"x"+Se+")."),ie}else return"data"in I&&Je("WebGLRenderer: Image in DataTexture is too big ("+le.width+"x"+le.height+")."),I;return I}function P(I){return I.generateMipmaps}function T(I){n.generateMipmap(I)}function L(I){return I.isWebGLCubeRenderTarget?n.TEXTURE_CUBE_MAP:I.isWebGL3DRenderTarget?n.TEXTURE_3D:I.isWebGLArrayRenderTarget||I.isCompressedArrayTexture?n.TEXTURE_2D_ARRAY:n.TEXTURE_2D}function A(I,b,Y,de,le,ye=!1){if(I!==null){if(n[I]!==void 0)return n[I];Je("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+I+"'")}let Se;de&&(Se=e.get("EXT_texture_norm16"),Se||Je("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let ie=b;if(b===n.RED&&(Y===n.FLOAT&&(ie=n.R32F),Y===n.HALF_FLOAT&&(ie=n.R16F),Y===n.UNSIGNED_BYTE&&(ie=n.R8),Y===n.UNSIGNED_SHORT&&Se&&(ie=Se.R16_EXT),Y===n.SHORT&&Se&&(ie=Se.R16_SNORM_EXT)),b===n.RED_INTEGER&&(Y===n.UNSIGNED_BYTE&&(ie=n.R8UI),Y===n.UNSIGNED_SHORT&&(ie=n.R16UI),Y===n.UNSIGNED_INT&&(ie=n.R32UI),Y===n.BYTE&&(ie=n.R8I),Y===n.SHORT&&(ie=n.R16I),Y===n.INT&&(ie=n.R32I)),b===n.RG&&(Y===n.FLOAT&&(ie=n.RG32F),Y===n.HALF_FLOAT&&(ie=n.RG16F),Y===n.UNSIGNED_BYTE&&(ie=n.RG8),Y===n.UNSIGNED_SHORT&&Se&&(ie=Se.RG16_EXT),Y===n.SHORT&&Se&&(ie=Se.RG16_SNORM_EXT)),b===n.RG_INTEGER&&(Y===n.UNSIGNED_BYTE&&(ie=n.RG8UI),Y===n.UNSIGNED_SHORT&&(ie=n.RG16UI),Y===n.UNSIGNED_INT&&(ie=n.RG32UI),Y===n.BYTE&&(ie=n.RG8I),Y===n.SHORT&&(ie=n.RG16I),Y===n.INT&&(ie=n.RG32I)),b===n.RGB_INTEGER&&(Y===n.UNSIGNED_BYTE&&(ie=n.RGB8UI),Y===n.UNSIGNED_SHORT&&(ie=n.RGB16UI),Y===n.UNSIGNED_INT&&(ie=n.RGB32UI),Y===n.BYTE&&(ie=n.RGB8I),Y===n.SHORT&&(ie=n.RGB16I),Y===n.INT&&(ie=n.RGB32I)),b===n.RGBA_INTEGER&&(Y===n.UNSIGNED_BYTE&&(ie=n.RGBA8UI),Y===n.UNSIGNED_SHORT&&(ie=n.RGBA16UI),Y===n.UNSIGNED_INT&&(ie=n.RGBA32UI),Y===n.BYTE&&(ie=n.RGBA8I),Y===n.SHORT&&(ie=n.RGBA16I),Y===n.INT&&(ie=n.RGBA32I)),b===n.RGB&&(Y===n.UNSIGNED_SHORT&&Se&&(ie=Se.RGB16_EXT),Y===n.SHORT&&Se&&(ie=Se.RGB16_SNORM_EXT),Y===n.UNSIGNED_INT_5_9_9_9_REV&&(ie=n.RGB9_E5),Y===n.UNSIGNED_INT_10F_11F_11F_REV&&(ie=n.R11F_G11F_B10F)),b===n.RGBA){let re=ye?Ea:Tt.getTransfer(le);Y===n.FLOAT&&(ie=n.RGBA32F),Y===n.HALF_FLOAT&&(ie=n.RGBA16F),Y===n.UNSIGNED_BYTE&&(ie=re===Dt?n.SRGB8_ALPHA8:n.RGBA8),Y===n.UNSIGNED_SHORT&&Se&&(ie=Se.RGBA16_EXT),Y===n.SHORT&&Se&&(ie=Se.RGBA16_SNORM_EXT),Y===n.UNSIGNED_SHORT_4_4_4_4&&(ie=n.RGBA4),Y===n.UNSIGNED_SHORT_5_5_5_1&&(ie=n.RGB5_A1)}return(ie===n.R16F||ie===n.R32F||ie===n.RG16F||ie===n.RG32F||ie===n.RGBA16F||ie===n.RGBA32F)&&e.get("EXT_color_buffer_float"),ie}function x(I,b){let Y;return I?b===null||b===Wi||b===Rr?Y=n.DEPTH24_STENCIL8:b===Xi?Y=n.DEPTH32F_STENCIL8:b===Po&&(Y=n.DEPTH24_STENCIL8,Je("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):b===null||b===Wi||b===Rr?Y=n.DEPTH_COMPONENT24:b===Xi?Y=n.DEPTH_COMPONENT32F:b===Po&&(Y=n.DEPTH_COMPONENT16),Y}function E(I,b){return P(I)===!0||I.isFramebufferTexture&&I.minFilter!==Vn&&I.minFilter!==si?Math.log2(Math.max(b.width,b.height))+1:I.mipmaps.length>0?I.mipmaps.length:I.isCompressedTexture&&Array.isArray(I.image)?b.mipmaps.length:1}function V(I){let b=new WeakRef(I);i.get(I).__ref=b,g.add(b),v.register(I,b,b)}function F(I){let b=i.get(I).__ref;b!==void 0&&(g.delete(b),v.unregister(b))}function O(I){X(I.target)}function G(I){U(I.target)}function X(I){I.removeEventListener("dispose",O),F(I),J(I),I.isVideoTexture&&h.delete(I),I.isHTMLTexture&&d.delete(I)}function U(I){I.removeEventListener("dispose",G),F(I),ue(I)}function q(){for(let I of g){let b=I.deref();b!==void 0&&(b.isRenderTarget===!0?U(b):X(b))}g.clear(),d.clear()}function J(I){let b=i.get(I);if(b.__webglInit===void 0)return;let Y=I.source,de=f.get(Y);if(de){let le=de[b.__cacheKey];le.usedTimes--,le.usedTimes===0&&W(I),Object.keys(de).length===0&&f.delete(Y)}i.remove(I)}function W(I){let b=i.get(I);n.deleteTexture(b.__webglTexture);let Y=I.source,de=f.get(Y);delete de[b.__cacheKey],o.memory.textures--}function ue(I){let b=i.get(I);b.__depthDisposeCallback&&b.__depthDisposeCallback();let Y=I.depthTexture;if(Y&&Y.renderTarget===I&&X(Y),I.isWebGLCubeRenderTarget)for(let le=0;le<6;le++){if(Array.isArray(b.__webglFramebuffer[le]))for(let ye=0;ye<b.__webglFramebuffer[le].length;ye++)n.deleteFramebuffer(b.__webglFramebuffer[le][ye]);else n.deleteFramebuffer(b.__webglFramebuffer[le]);b.__webglDepthbuffer&&n.deleteRenderbuffer(b.__webglDepthbuffer[le])}else{if(Array.isArray(b.__webglFramebuffer))for(let le=0;le<b.__webglFramebuffer.length;le++)n.deleteFramebuffer(b.__webglFramebuffer[le]);else n.deleteFramebuffer(b.__webglFramebuffer);if(b.__webglDepthbuffer&&n.deleteRenderbuffer(b.__webglDepthbuffer),b.__webglMultisampledFramebuffer&&n.deleteFramebuffer(b.__webglMultisampledFramebuffer),b.__webglColorRenderbuffer)for(let le=0;le<b.__webglColorRenderbuffer.length;le++)b.__webglColorRenderbuffer[le]&&n.deleteRenderbuffer(b.__webglColorRenderbuffer[le]);b.__webglDepthRenderbuffer&&n.deleteRenderbuffer(b.__webglDepthRenderbuffer)}let de=I.textures;for(let le=0,ye=de.length;le<ye;le++){let Se=i.get(de[le]);Se.__webglTexture&&(n.deleteTexture(Se.__webglTexture),o.memory.textures--),i.remove(de[le])}i.remove(I)}let Q=0;function te(){Q=0}function oe(){return Q}function pe(I){Q=I}function fe(){let I=Q;return I>=s.maxTextures&&Je("WebGLTextures: Trying to use "+(I+1)+" texture units while this GPU supports only "+s.maxTextures),Q+=1,I}function ne(I){let b=[];return b.push(I.wrapS),b.push(I.wrapT),b.push(I.wrapR||0),b.push(I.magFilter),b.push(I.minFilter),b.push(I.anisotropy),b.push(I.internalFormat),b.push(I.format),b.push(I.type),b.push(I.generateMipmaps),b.push(I.mipmapsAutoUpdate),b.push(I.premultiplyAlpha),b.push(I.flipY),b.push(I.unpackAlignment),b.push(I.colorSpace),b.join()}function _e(I,b){let Y=i.get(I);if(I.isVideoTexture&&zt(I),I.isRenderTargetTexture===!1&&I.isExternalTexture!==!0&&I.version>0&&Y.__version!==I.version){let de=I.image;if(de===null)Je("WebGLRenderer: Texture marked for update but no image data found.");else if(de.complete===!1)Je("WebGLRenderer: Texture marked for update but image is incomplete");else{Wt(Y,I,b);return}}else I.isExternalTexture&&(Y.__webglTexture=I.sourceTexture?I.sourceTexture:null);t.bindTexture(n.TEXTURE_2D,Y.__webglTexture,n.TEXTURE0+b)}function ve(I,b){let Y=i.get(I);if(I.isRenderTargetTexture===!1&&I.version>0&&Y.__version!==I.version){Wt(Y,I,b);return}else I.isExternalTexture&&(Y.__webglTexture=I.sourceTexture?I.sourceTexture:null);t.bindTexture(n.TEXTURE_2D_ARRAY,Y.__webglTexture,n.TEXTURE0+b)}function Re(I,b){let Y=i.get(I);if(I.isRenderTargetTexture===!1&&I.version>0&&Y.__version!==I.version){Wt(Y,I,b);return}t.bindTexture(n.TEXTURE_3D,Y.__webglTexture,n.TEXTURE0+b)}function we(I,b){let Y=i.get(I);if(I.version>0&&Y.__version!==I.version){mn(Y,I,b);return}t.bindTexture(n.TEXTURE_CUBE_MAP,Y.__webglTexture,n.TEXTURE0+b)}let qe={[Ec]:n.REPEAT,[os]:n.CLAMP_TO_EDGE,[Ac]:n.MIRRORED_REPEAT},ct={[Vn]:n.NEAREST,[Rg]:n.NEAREST_MIPMAP_NEAREST,[$a]:n.NEAREST_MIPMAP_LINEAR,[si]:n.LINEAR,[ih]:n.LINEAR_MIPMAP_NEAREST,[Ns]:n.LINEAR_MIPMAP_LINEAR},We={[Dg]:n.NEVER,[qd]:n.ALWAYS,[Ng]:n.LESS,[Wd]:n.LEQUAL,[Ug]:n.EQUAL,[Xd]:n.GEQUAL,[Og]:n.GREATER,[Fg]:n.NOTEQUAL};function _t(I,b){if(b.type===Xi&&e.has("OES_texture_float_linear")===!1&&(b.magFilter===si||b.magFilter===ih||b.magFilter===$a||b.magFilter===Ns||b.minFilter===si||b.minFilter===ih||b.minFilter===$a||b.minFilter===Ns)&&Je("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),n.texParameteri(I,n.TEXTURE_WRAP_S,qe[b.wrapS]),n.texParameteri(I,n.TEXTURE_WRAP_T,qe[b.wrapT]),(I===n.TEXTURE_3D||I===n.TEXTURE_2D_ARRAY)&&n.texParameteri(I,n.TEXTURE_WRAP_R,qe[b.wrapR]),n.texParameteri(I,n.TEXTURE_MAG_FILTER,ct[b.magFilter]),n.texParameteri(I,n.TEXTURE_MIN_FILTER,ct[b.minFilter]),b.compareFunction&&(n.texParameteri(I,n.TEXTURE_COMPARE_MODE,n.COMPARE_REF_TO_TEXTURE),n.texParameteri(I,n.TEXTURE_COMPARE_FUNC,We[b.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(b.magFilter===Vn||b.minFilter!==$a&&b.minFilter!==Ns||b.type===Xi&&e.has("OES_texture_float_linear")===!1)return;if(b.anisotropy>1||i.get(b).__currentAnisotropy){let Y=e.get("EXT_texture_filter_anisotropic");n.texParameterf(I,Y.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(b.anisotropy,s.getMaxAnisotropy())),i.get(b).__currentAnisotropy=b.anisotropy}}}function pt(I,b){let Y=!1;I.__webglInit===void 0&&(I.__webglInit=!0,b.addEventListener("dispose",O),V(b));let de=b.source,le=f.get(de);le===void 0&&(le={},f.set(de,le));let ye=ne(b);if(ye!==I.__cacheKey){le[ye]===void 0&&(le[ye]={texture:n.createTexture(),usedTimes:0},o.memory.textures++,Y=!0),le[ye].usedTimes++;let Se=le[I.__cacheKey];Se!==void 0&&(le[I.__cacheKey].usedTimes--,Se.usedTimes===0&&W(b)),I.__cacheKey=ye,I.__webglTexture=le[ye].texture}return Y}function ot(I,b,Y){return Math.floor(Math.floor(I/Y)/b)}function Qt(I,b,Y,de){let ye=I.updateRanges;if(ye.length===0)t.texSubImage2D(n.TEXTURE_2D,0,0,0,b.width,b.height,Y,de,b.data);else{ye.sort((B,ae)=>B.start-ae.start);let Se=0;for(let B=1;B<ye.length;B++){let ae=ye[Se],se=ye[B],Ee=ae.start+ae.count,xe=ot(se.start,b.width,4),Me=ot(ae.start,b.width,4);se.start<=Ee+1&&xe===Me&&ot(se.start+se.count-1,b.width,4)===xe?ae.count=Math.max(ae.count,se.start+se.count-ae.start):(++Se,ye[Se]=se)}ye.length=Se+1;let ie=t.getParameter(n.UNPACK_ROW_LENGTH),re=t.getParameter(n.UNPACK_SKIP_PIXELS),ge=t.getParameter(n.UNPACK_SKIP_ROWS);t.pixelStorei(n.UNPACK_ROW_LENGTH,b.width);for(let B=0,ae=ye.length;B<ae;B++){let se=ye[B],Ee=Math.floor(se.start/4),xe=Math.ceil(se.count/4),Me=Ee%b.width,Xe=Math.floor(Ee/b.width),et=xe,he=1;t.pixelStorei(n.UNPACK_SKIP_PIXELS,Me),t.pixelStorei(n.UNPACK_SKIP_ROWS,Xe),t.texSubImage2D(n.TEXTURE_2D,0,Me,Xe,et,he,Y,de,b.data)}I.clearUpdateRanges(),t.pixelStorei(n.UNPACK_ROW_LENGTH,ie),t.pixelStorei(n.UNPACK_SKIP_PIXELS,re),t.pixelStorei(n.UNPACK_SKIP_ROWS,ge)}}function Wt(I,b,Y){let de=n.TEXTURE_2D;(b.isDataArrayTexture||b.isCompressedArrayTexture)&&(de=n.TEXTURE_2D_ARRAY),b.isData3DTexture&&(de=n.TEXTURE_3D);let le=pt(I,b),ye=b.source;t.bindTexture(de,I.__webglTexture,n.TEXTURE0+Y);let Se=i.get(ye);if(ye.version!==Se.__version||le===!0){if(t.activeTexture(n.TEXTURE0+Y),(typeof ImageBitmap<"u"&&b.image instanceof ImageBitmap)===!1){let he=Tt.getPrimaries(Tt.workingColorSpace),ze=b.colorSpace===Os?null:Tt.getPrimaries(b.colorSpace),tt=b.colorSpace===Os||he===ze?n.NONE:n.BROWSER_DEFAULT_WEBGL;t.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,b.flipY),t.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,b.premultiplyAlpha),t.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,tt)}t.pixelStorei(n.UNPACK_ALIGNMENT,b.unpackAlignment);let re=S(b.image,!1,s.maxTextureSize);re=He(b,re);let ge=r.convert(b.format,b.colorSpace),B=r.convert(b.type),ae=A(b.internalFormat,ge,B,b.normalized,b.colorSpace,b.isVideoTexture);_t(de,b);let se,Ee=b.mipmaps,xe=b.isVideoTexture!==!0,Me=Se.__version===void 0||le===!0,Xe=ye.dataReady,et=E(b,re);if(b.isDepthTexture)ae=x(b.format===Us,b.type),Me&&(xe?t.texStorage2D(n.TEXTURE_2D,1,ae,re.width,re.height):t.texImage2D(n.TEXTURE_2D,0,ae,re.width,re.height,0,ge,B,null));else if(b.isDataTexture)if(Ee.length>0){xe&&Me&&t.texStorage2D(n.TEXTURE_2D,et,ae,Ee[0].width,Ee[0].height);for(let he=0,ze=Ee.length;he<ze;he++)se=Ee[he],xe?Xe&&t.texSubImage2D(n.TEXTURE_2D,he,0,0,se.width,se.height,ge,B,se.data):t.texImage2D(n.TEXTURE_2D,he,ae,se.width,se.height,0,ge,B,se.data);b.generateMipmaps=!1}else xe?(Me&&t.texStorage2D(n.TEXTURE_2D,et,ae,re.width,re.height),Xe&&Qt(b,re,ge,B)):t.texImage2D(n.TEXTURE_2D,0,ae,re.width,re.height,0,ge,B,re.data);else if(b.isCompressedTexture)if(b.isCompressedArrayTexture){xe&&Me&&t.texStorage3D(n.TEXTURE_2D_ARRAY,et,ae,Ee[0].width,Ee[0].height,re.depth);for(let he=0,ze=Ee.length;he<ze;he++)if(se=Ee[he],b.format!==Yi)if(ge!==null)if(xe){if(Xe)if(b.layerUpdates.size>0){let tt=nf(se.width,se.height,b.format,b.type);for(let Pe of b.layerUpdates){let dt=se.data.subarray(Pe*tt/se.data.BYTES_PER_ELEMENT,(Pe+1)*tt/se.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(n.TEXTURE_2D_ARRAY,he,0,0,Pe,se.width,se.height,1,ge,dt)}}else t.compressedTexSubImage3D(n.TEXTURE_2D_ARRAY,he,0,0,0,se.width,se.height,re.depth,ge,se.data)}else t.compressedTexImage3D(n.TEXTURE_2D_ARRAY,he,ae,se.width,se.height,re.depth,0,se.data,0,0);else Je("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else xe?Xe&&t.texSubImage3D(n.TEXTURE_2D_ARRAY,he,0,0,0,se.width,se.height,re.depth,ge,B,se.data):t.texImage3D(n.TEXTURE_2D_ARRAY,he,ae,se.width,se.height,re.depth,0,ge,B,se.data);b.layerUpdates.size>0&&b.clearLayerUpdates()}else{xe&&Me&&t.texStorage2D(n.TEXTURE_2D,et,ae,Ee[0].width,Ee[0].height);for(let he=0,ze=Ee.length;he<ze;he++)se=Ee[he],b.format!==Yi?ge!==null?xe?Xe&&t.compressedTexSubImage2D(n.TEXTURE_2D,he,0,0,se.width,se.height,ge,se.data):t.compressedTexImage2D(n.TEXTURE_2D,he,ae,se.width,se.height,0,se.data):Je("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):xe?Xe&&t.texSubImage2D(n.TEXTURE_2D,he,0,0,se.width,se.height,ge,B,se.data):t.texImage2D(n.TEXTURE_2D,he,ae,se.width,se.height,0,ge,B,se.data)}else if(b.isDataArrayTexture)if(xe){if(Me&&t.texStorage3D(n.TEXTURE_2D_ARRAY,et,ae,re.width,re.height,re.depth),Xe)if(b.layerUpdates.size>0){let he=nf(re.width,re.height,b.format,b.type);for(let ze of b.layerUpdates){let tt=re.data.subarray(ze*he/re.data.BYTES_PER_ELEMENT,(ze+1)*he/re.data.BYTES_PER_ELEMENT);t.texSubImage3D(n.TEXTURE_2D_ARRAY,0,0,0,ze,re.width,re.height,1,ge,B,tt)}b.clearLayerUpdates()}else t.texSubImage3D(n.TEXTURE_2D_ARRAY,0,0,0,0,re.width,re.height,re.depth,ge,B,re.data)}else t.texImage3D(n.TEXTURE_2D_ARRAY,0,ae,re.width,re.height,re.depth,0,ge,B,re.data);else if(b.isData3DTexture)xe?(Me&&t.texStorage3D(n.TEXTURE_3D,et,ae,re.width,re.height,re.depth),Xe&&t.texSubImage3D(n.TEXTURE_3D,0,0,0,0,re.width,re.height,re.depth,ge,B,re.data)):t.texImage3D(n.TEXTURE_3D,0,ae,re.width,re.height,re.depth,0,ge,B,re.data);else if(b.isFramebufferTexture){if(Me)if(xe)t.texStorage2D(n.TEXTURE_2D,et,ae,re.width,re.height);else{let he=re.width,ze=re.height;for(let tt=0;tt<et;tt++)t.texImage2D(n.TEXTURE_2D,tt,ae,he,ze,0,ge,B,null),he>>=1,ze>>=1}}else if(b.isHTMLTexture){if("texElementImage2D"in n){let he=n.canvas;if(he.hasAttribute("layoutsubtree")||he.setAttribute("layoutsubtree","true"),re.parentNode!==he){he.appendChild(re),d.add(b),he.onpaint=ze=>{let tt=ze.changedElements;for(let Pe of d)tt.includes(Pe.image)&&(Pe.needsUpdate=!0)},he.requestPaint();return}if(n.texElementImage2D.length===3)n.texElementImage2D(n.TEXTURE_2D,n.RGBA8,re);else{let tt=n.RGBA,Pe=n.RGBA,dt=n.UNSIGNED_BYTE;n.texElementImage2D(n.TEXTURE_2D,0,tt,Pe,dt,re)}n.texParameteri(n.TEXTURE_2D,n.TEXTURE_MIN_FILTER,n.LINEAR),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_S,n.CLAMP_TO_EDGE),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_T,n.CLAMP_TO_EDGE)}}else if(Ee.length>0){if(xe&&Me){let he=$e(Ee[0]);t.texStorage2D(n.TEXTURE_2D,et,ae,he.width,he.height)}for(let he=0,ze=Ee.length;he<ze;he++)se=Ee[he],xe?Xe&&t.texSubImage2D(n.TEXTURE_2D,he,0,0,ge,B,se):t.texImage2D(n.TEXTURE_2D,he,ae,ge,B,se);b.generateMipmaps=!1}else if(xe){if(Me){let he=$e(re);t.texStorage2D(n.TEXTURE_2D,et,ae,he.width,he.height)}Xe&&t.texSubImage2D(n.TEXTURE_2D,0,0,0,ge,B,re)}else t.texImage2D(n.TEXTURE_2D,0,ae,ge,B,re);P(b)&&b.mipmapsAutoUpdate===!0&&T(de),Se.__version=ye.version,b.onUpdate&&b.onUpdate(b)}I.__version=b.version}function mn(I,b,Y){if(b.image.length!==6)return;let de=pt(I,b),le=b.source;t.bindTexture(n.TEXTURE_CUBE_MAP,I.__webglTexture,n.TEXTURE0+Y);let ye=i.get(le);if(le.version!==ye.__version||de===!0){t.activeTexture(n.TEXTURE0+Y);let Se=Tt.getPrimaries(Tt.workingColorSpace),ie=b.colorSpace===Os?null:Tt.getPrimaries(b.colorSpace),re=b.colorSpace===Os||Se===ie?n.NONE:n.BROWSER_DEFAULT_WEBGL;t.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,b.flipY),t.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,b.premultiplyAlpha),t.pixelStorei(n.UNPACK_ALIGNMENT,b.unpackAlignment),t.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,re);let ge=b.isCompressedTexture||b.image[0].isCompressedTexture,B=b.image[0]&&b.image[0].isDataTexture,ae=[];for(let Pe=0;Pe<6;Pe++)!ge&&!B?ae[Pe]=S(b.image[Pe],!0,s.maxCubemapSize):ae[Pe]=B?b.image[Pe].image:b.image[Pe],ae[Pe]=He(b,ae[Pe]);let se=ae[0],Ee=r.convert(b.format,b.colorSpace),xe=r.convert(b.type),Me=A(b.internalFormat,Ee,xe,b.normalized,b.colorSpace),Xe=b.isVideoTexture!==!0,et=ye.__version===void 0||de===!0,he=le.dataReady,ze=E(b,se);_t(n.TEXTURE_CUBE_MAP,b);let tt;if(b.isDepthTexture){if(Me=x(b.format===Us,b.type),et)if(Xe)t.texStorage2D(n.TEXTURE_CUBE_MAP,1,Me,se.width,se.height);else for(let Pe=0;Pe<6;Pe++)t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,Me,se.width,se.height,0,Ee,xe,null)}else if(ge){Xe&&et&&t.texStorage2D(n.TEXTURE_CUBE_MAP,ze,Me,se.width,se.height);for(let Pe=0;Pe<6;Pe++){tt=ae[Pe].mipmaps;for(let dt=0;dt<tt.length;dt++){let Yt=tt[dt];b.format!==Yi?Ee!==null?Xe?he&&t.compressedTexSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt,0,0,Yt.width,Yt.height,Ee,Yt.data):t.compressedTexImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt,Me,Yt.width,Yt.height,0,Yt.data):Je("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Xe?he&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt,0,0,Yt.width,Yt.height,Ee,xe,Yt.data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt,Me,Yt.width,Yt.height,0,Ee,xe,Yt.data)}}}else{if(tt=b.mipmaps,Xe&&et){tt.length>0&&ze++;let Pe=$e(ae[0]);t.texStorage2D(n.TEXTURE_CUBE_MAP,ze,Me,Pe.width,Pe.height)}for(let Pe=0;Pe<6;Pe++)if(B){Xe?he&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,0,0,ae[Pe].width,ae[Pe].height,Ee,xe,ae[Pe].data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,Me,ae[Pe].width,ae[Pe].height,0,Ee,xe,ae[Pe].data);for(let dt=0;dt<tt.length;dt++){let jn=tt[dt].image[Pe].image;Xe?he&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt+1,0,0,jn.width,jn.height,Ee,xe,jn.data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt+1,Me,jn.width,jn.height,0,Ee,xe,jn.data)}}else{Xe?he&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,0,0,Ee,xe,ae[Pe]):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,Me,Ee,xe,ae[Pe]);for(let dt=0;dt<tt.length;dt++){let Yt=tt[dt];Xe?he&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt+1,0,0,Ee,xe,Yt.image[Pe]):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt+1,Me,Ee,xe,Yt.image[Pe])}}}P(b)&&b.mipmapsAutoUpdate===!0&&T(n.TEXTURE_CUBE_MAP),ye.__version=le.version,b.onUpdate&&b.onUpdate(b)}I.__version=b.version}function Bt(I,b,Y,de,le,ye){let Se=r.convert(Y.format,Y.colorSpace),ie=r.convert(Y.type),re=A(Y.internalFormat,Se,ie,Y.normalized,Y.colorSpace),ge=i.get(b),B=i.get(Y);if(B.__renderTarget=b,!ge.__hasExternalTextures){let ae=Math.max(1,b.width>>ye),se=Math.max(1,b.height>>ye);le===n.TEXTURE_3D||le===n.TEXTURE_2D_ARRAY?t.texImage3D(le,ye,re,ae,se,b.depth,0,Se,ie,null):t.texImage2D(le,ye,re,ae,se,0,Se,ie,null)}t.bindFramebuffer(n.FRAMEBUFFER,I),Te(b)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,de,le,B.__webglTexture,0,ht(b)):(le===n.TEXTURE_2D||le>=n.TEXTURE_CUBE_MAP_POSITIVE_X&&le<=n.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&n.framebufferTexture2D(n.FRAMEBUFFER,de,le,B.__webglTexture,ye),t.bindFramebuffer(n.FRAMEBUFFER,null)}function Dn(I,b,Y){if(n.bindRenderbuffer(n.RENDERBUFFER,I),b.depthBuffer){let de=b.depthTexture,le=de&&de.isDepthTexture?de.type:null,ye=x(b.stencilBuffer,le),Se=b.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;Te(b)?a.renderbufferStorageMultisampleEXT(n.RENDERBUFFER,ht(b),ye,b.width,b.height):Y?n.renderbufferStorageMultisample(n.RENDERBUFFER,ht(b),ye,b.width,b.height):n.renderbufferStorage(n.RENDERBUFFER,ye,b.width,b.height),n.framebufferRenderbuffer(n.FRAMEBUFFER,Se,n.RENDERBUFFER,I)}else{let de=b.textures;for(let le=0;le<de.length;le++){let ye=de[le],Se=r.convert(ye.format,ye.colorSpace),ie=r.convert(ye.type),re=A(ye.internalFormat,Se,ie,ye.normalized,ye.colorSpace);Te(b)?a.renderbufferStorageMultisampleEXT(n.RENDERBUFFER,ht(b),re,b.width,b.height):Y?n.renderbufferStorageMultisample(n.RENDERBUFFER,ht(b),re,b.width,b.height):n.renderbufferStorage(n.RENDERBUFFER,re,b.width,b.height)}}n.bindRenderbuffer(n.RENDERBUFFER,null)}function At(I,b,Y){let de=b.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(n.FRAMEBUFFER,I),!(b.depthTexture&&b.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let le=i.get(b.depthTexture);le.__renderTarget=b;let ye=de?b.depthTexture.image[0]:b.depthTexture.image;(!le.__webglTexture||ye.width!==b.width||ye.height!==b.height)&&(ye.width=b.width,ye.height=b.height,b.depthTexture.needsUpdate=!0),de?we(b.depthTexture,0):_e(b.depthTexture,0);let Se=le.__webglTexture,ie=ht(b),re=de?n.TEXTURE_CUBE_MAP_POSITIVE_X+Y:n.TEXTURE_2D,ge=b.depthTexture.format===Us?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;if(b.depthTexture.format===Rs)Te(b)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,ge,re,Se,0,ie):n.framebufferTexture2D(n.FRAMEBUFFER,ge,re,Se,0);else if(b.depthTexture.format===Us)Te(b)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,ge,re,Se,0,ie):n.framebufferTexture2D(n.FRAMEBUFFER,ge,re,Se,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function wn(I){let b=i.get(I),Y=I.isWebGLCubeRenderTarget===!0;if(b.__boundDepthTexture!==I.depthTexture){let de=I.depthTexture;if(b.__depthDisposeCallback&&b.__depthDisposeCallback(),de){let le=()=>{delete b.__boundDepthTexture,delete b.__depthDisposeCallback,de.removeEventListener("dispose",le)};de.addEventListener("dispose",le),b.__depthDisposeCallback=le}b.__boundDepthTexture=de}if(I.depthTexture&&!b.__autoAllocateDepthBuffer)if(Y)for(let de=0;de<6;de++)At(b.__webglFramebuffer[de],I,de);else I.texture.mipmaps.length>0?At(b.__webglFramebuffer[0],I,0):At(b.__webglFramebuffer,I,0);else if(Y){b.__webglDepthbuffer=[];for(let de=0;de<6;de++)if(t.bindFramebuffer(n.FRAMEBUFFER,b.__webglFramebuffer[de]),b.__webglDepthbuffer[de]===void 0)b.__webglDepthbuffer[de]=n.createRenderbuffer(),Dn(b.__webglDepthbuffer[de],I,!1);else{let le=I.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,ye=b.__webglDepthbuffer[de];n.bindRenderbuffer(n.RENDERBUFFER,ye),n.framebufferRenderbuffer(n.FRAMEBUFFER,le,n.RENDERBUFFER,ye)}}else if(I.texture.mipmaps.length>0?t.bindFramebuffer(n.FRAMEBUFFER,b.__webglFramebuffer[0]):t.bindFramebuffer(n.FRAMEBUFFER,b.__webglFramebuffer),b.__webglDepthbuffer===void 0)b.__webglDepthbuffer=n.createRenderbuffer(),Dn(b.__webglDepthbuffer,I,!1);else{let le=I.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,ye=b.__webglDepthbuffer;n.bindRenderbuffer(n.RENDERBUFFER,ye),n.framebufferRenderbuffer(n.FRAMEBUFFER,le,n.RENDERBUFFER,ye)}t.bindFramebuffer(n.FRAMEBUFFER,null)}function sn(I,b,Y){let de=i.get(I);b!==void 0&&Bt(de.__webglFramebuffer,I,I.texture,n.COLOR_ATTACHMENT0,n.TEXTURE_2D,0),Y!==void 0&&wn(I)}function gn(I){let b=I.texture,Y=i.get(I),de=i.get(b);I.addEventListener("dispose",G),V(I);let le=I.textures,ye=I.isWebGLCubeRenderTarget===!0,Se=le.length>1;if(Se||(de.__webglTexture===void 0&&(de.__webglTexture=n.createTexture()),de.__version=b.version,o.memory.textures++),ye){Y.__webglFramebuffer=[];for(let ie=0;ie<6;ie++)if(b.mipmaps.length>0){Y.__webglFramebuffer[ie]=[];for(let re=0;re<b.mipmaps.length;re++)Y.__webglFramebuffer[ie][re]=n.createFramebuffer()}else Y.__webglFramebuffer[ie]=n.createFramebuffer()}else{if(b.mipmaps.length>0){Y.__webglFramebuffer=[];for(let ie=0;ie<b.mipmaps.length;ie++)Y.__webglFramebuffer[ie]=n.createFramebuffer()}else Y.__webglFramebuffer=n.createFramebuffer();if(Se)for(let ie=0,re=le.length;ie<re;ie++){let ge=i.get(le[ie]);ge.__webglTexture===void 0&&(ge.__webglTexture=n.createTexture(),o.memory.textures++)}if(I.samples>0&&Te(I)===!1){Y.__webglMultisampledFramebuffer=n.createFramebuffer(),Y.__webglColorRenderbuffer=[],t.bindFramebuffer(n.FRAMEBUFFER,Y.__webglMultisampledFramebuffer);for(let ie=0;ie<le.length;ie++){let re=le[ie];Y.__webglColorRenderbuffer[ie]=n.createRenderbuffer(),n.bindRenderbuffer(n.RENDERBUFFER,Y.__webglColorRenderbuffer[ie]);let ge=r.convert(re.format,re.colorSpace),B=r.convert(re.type),ae=A(re.internalFormat,ge,B,re.normalized,re.colorSpace,I.isXRRenderTarget===!0),se=ht(I);n.renderbufferStorageMultisample(n.RENDERBUFFER,se,ae,I.width,I.height),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+ie,n.RENDERBUFFER,Y.__webglColorRenderbuffer[ie])}n.bindRenderbuffer(n.RENDERBUFFER,null),I.depthBuffer&&(Y.__webglDepthRenderbuffer=n.createRenderbuffer(),Dn(Y.__webglDepthRenderbuffer,I,!0)),t.bindFramebuffer(n.FRAMEBUFFER,null)}}if(ye){t.bindTexture(n.TEXTURE_CUBE_MAP,de.__webglTexture),_t(n.TEXTURE_CUBE_MAP,b);for(let ie=0;ie<6;ie++)if(b.mipmaps.length>0)for(let re=0;re<b.mipmaps.length;re++)Bt(Y.__webglFramebuffer[ie][re],I,b,n.COLOR_ATTACHMENT0,n.TEXTURE_CUBE_MAP_POSITIVE_X+ie,re);else Bt(Y.__webglFramebuffer[ie],I,b,n.COLOR_ATTACHMENT0,n.TEXTURE_CUBE_MAP_POSITIVE_X+ie,0);P(b)?T(n.TEXTURE_CUBE_MAP):b.mipmaps.length>0&&n.texParameteri(n.TEXTURE_CUBE_MAP,n.TEXTURE_MAX_LEVEL,b.mipmaps.length-1),t.unbindTexture()}else if(Se){for(let ie=0,re=le.length;ie<re;ie++){let ge=le[ie],B=i.get(ge),ae=n.TEXTURE_2D;(I.isWebGL3DRenderTarget||I.isWebGLArrayRenderTarget)&&(ae=I.isWebGL3DRenderTarget?n.TEXTURE_3D:n.TEXTURE_2D_ARRAY),t.bindTexture(ae,B.__webglTexture),_t(ae,ge),Bt(Y.__webglFramebuffer,I,ge,n.COLOR_ATTACHMENT0+ie,ae,0),P(ge)&&T(ae)}t.unbindTexture()}else{let ie=n.TEXTURE_2D;if((I.isWebGL3DRenderTarget||I.isWebGLArrayRenderTarget)&&(ie=I.isWebGL3DRenderTarget?n.TEXTURE_3D:n.TEXTURE_2D_ARRAY),t.bindTexture(ie,de.__webglTexture),_t(ie,b),b.mipmaps.length>0)for(let re=0;re<b.mipmaps.length;re++)Bt(Y.__webglFramebuffer[re],I,b,n.COLOR_ATTACHMENT0,ie,re);else Bt(Y.__webglFramebuffer,I,b,n.COLOR_ATTACHMENT0,ie,0);P(b)?T(ie):b.mipmaps.length>0&&n.texParameteri(ie,n.TEXTURE_MAX_LEVEL,b.mipmaps.length-1),t.unbindTexture()}I.depthBuffer&&wn(I)}function k(I){let b=I.textures;for(let Y=0,de=b.length;Y<de;Y++){let le=b[Y];if(P(le)&&le.mipmapsAutoUpdate===!0){let ye=L(I),Se=i.get(le).__webglTexture;t.bindTexture(ye,Se),T(ye),t.unbindTexture()}}}let Ie=[];function Ke(I){if(I.samples>0){if(Te(I)===!1){let b=I.textures,Y=I.width,de=I.height,le=n.COLOR_BUFFER_BIT,ye=I.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,Se=i.get(I),ie=b.length>1;if(ie)for(let ge=0;ge<b.length;ge++)t.bindFramebuffer(n.FRAMEBUFFER,Se.__webglMultisampledFramebuffer),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+ge,n.RENDERBUFFER,null),t.bindFramebuffer(n.FRAMEBUFFER,Se.__webglFramebuffer),n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0+ge,n.TEXTURE_2D,null,0);t.bindFramebuffer(n.READ_FRAMEBUFFER,Se.__webglMultisampledFramebuffer),I.texture.mipmaps.length>0?t.bindFramebuffer(n.DRAW_FRAMEBUFFER,Se.__webglFramebuffer[0]):t.bindFramebuffer(n.DRAW_FRAMEBUFFER,Se.__webglFramebuffer);for(let ge=0;ge<b.length;ge++){if(I.resolveDepthBuffer&&(I.depthBuffer&&(le|=n.DEPTH_BUFFER_BIT),I.stencilBuffer&&I.resolveStencilBuffer&&(le|=n.STENCIL_BUFFER_BIT)),ie){n.framebufferRenderbuffer(n.READ_FRAMEBUFFER,n.COLOR_ATTACHMENT0,n.RENDERBUFFER,Se.__webglColorRenderbuffer[ge]);let B=i.get(b[ge]).__webglTexture;n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0,n.TEXTURE_2D,B,0)}n.blitFramebuffer(0,0,Y,de,0,0,Y,de,le,n.NEAREST),l===!0&&(Ie.length=0,Ie.push(n.COLOR_ATTACHMENT0+ge),I.depthBuffer&&I.storeMultisampledDepthBuffer===!1&&Ie.push(ye),n.invalidateFramebuffer(n.READ_FRAMEBUFFER,Ie))}if(t.bindFramebuffer(n.READ_FRAMEBUFFER,null),t.bindFramebuffer(n.DRAW_FRAMEBUFFER,null),ie)for(let ge=0;ge<b.length;ge++){t.bindFramebuffer(n.FRAMEBUFFER,Se.__webglMultisampledFramebuffer),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+ge,n.RENDERBUFFER,Se.__webglColorRenderbuffer[ge]);let B=i.get(b[ge]).__webglTexture;t.bindFramebuffer(n.FRAMEBUFFER,Se.__webglFramebuffer),n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0+ge,n.TEXTURE_2D,B,0)}t.bindFramebuffer(n.DRAW_FRAMEBUFFER,Se.__webglMultisampledFramebuffer)}else if(I.depthBuffer&&I.storeMultisampledDepthBuffer===!1&&l){let b=I.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;n.invalidateFramebuffer(n.DRAW_FRAMEBUFFER,[b])}}}function ht(I){return Math.min(s.maxSamples,I.samples)}function Te(I){let b=i.get(I);return I.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&b.__useRenderToTexture!==!1}function zt(I){let b=o.render.frame;h.get(I)!==b&&(h.set(I,b),I.update())}function He(I,b){let Y=I.colorSpace,de=I.format,le=I.type;return I.isCompressedTexture===!0||I.isVideoTexture===!0||Y!==Ta&&Y!==Os&&(Tt.getTransfer(Y)===Dt?(de!==Yi||le!==ci)&&Je("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):nt("WebGLTextures: Unsupported texture color space:",Y)),b}function $e(I){return typeof HTMLImageElement<"u"&&I instanceof HTMLImageElement?(c.width=I.naturalWidth||I.width,c.height=I.naturalHeight||I.height):typeof VideoFrame<"u"&&I instanceof VideoFrame?(c.width=I.displayWidth,c.height=I.displayHeight):(c.width=I.width,c.height=I.height),c}this.allocateTextureUnit=fe,this.resetTextureUnits=te,this.getTextureUnits=oe,this.setTextureUnits=pe,this.setTexture2D=_e,this.setTexture2DArray=ve,this.setTexture3D=Re,this.setTextureCube=we,this.rebindTextures=sn,this.setupRenderTarget=gn,this.updateRenderTargetMipmap=k,this.updateMultisampleRenderTarget=Ke,this.setupDepthRenderbuffer=wn,this.setupFrameBufferTexture=Bt,this.useMultisampledRTT=Te,this.dispose=q}function kT(n,e){function t(i,s=Os){let r,o=Tt.getTransfer(s);if(i===ci)return n.UNSIGNED_BYTE;if(i===rh)return n.UNSIGNED_SHORT_4_4_4_4;if(i===oh)return n.UNSIGNED_SHORT_5_5_5_1;if(i===kd)return n.UNSIGNED_INT_5_9_9_9_REV;if(i===zd)return n.UNSIGNED_INT_10F_11F_11F_REV;if(i===Fd)return n.BYTE;if(i===Bd)return n.SHORT;if(i===Po)return n.UNSIGNED_SHORT;if(i===sh)return n.INT;if(i===Wi)return n.UNSIGNED_INT;if(i===Xi)return n.FLOAT;if(i===qi)return n.HALF_FLOAT;if(i===Vd)return n.ALPHA;if(i===Gd)return n.RGB;if(i===Yi)return n.RGBA;if(i===Rs)return n.DEPTH_COMPONENT;if(i===Us)return n.DEPTH_STENCIL;if(i===Hd)return n.RED;if(i===ah)return n.RED_INTEGER;if(i===hr)return n.RG;if(i===lh)return n.RG_INTEGER;if(i===ch)return n.RGBA_INTEGER;if(i===Za||i===Ja||i===Ka||i===ja)if(o===Dt)if(r=e.get("WEBGL_compressed_texture_s3tc_srgb"),r!==null){if(i===Za)return r.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(i===Ja)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(i===Ka)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(i===ja)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(r=e.get("WEBGL_compressed_texture_s3tc"),r!==null){if(i===Za)return r.COMPRESSED_RGB_S3TC_DXT1_EXT;if(i===Ja)return r.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(i===Ka)return r.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(i===ja)return r.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(i===hh||i===uh||i===dh||i===fh)if(r=e.get("WEBGL_compressed_texture_pvrtc"),r!==null){if(i===hh)return r.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(i===uh)return r.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(i===dh)return r.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(i===fh)return r.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(i===ph||i===mh||i===gh||i===_h||i===xh||i===Qa||i===yh)if(r=e.get("WEBGL_compressed_texture_etc"),r!==null){if(i===ph||i===mh)return o===Dt?r.COMPRESSED_SRGB8_ETC2:r.COMPRESSED_RGB8_ETC2;if(i===gh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:r.COMPRESSED_RGBA8_ETC2_EAC;if(i===_h)return r.COMPRESSED_R11_EAC;if(i===xh)return r.COMPRESSED_SIGNED_R11_EAC;if(i===Qa)return r.COMPRESSED_RG11_EAC;if(i===yh)return r.COMPRESSED_SIGNED_RG11_EAC}else return null;if(i===vh||i===Sh||i===bh||i===Mh||i===wh||i===Th||i===Eh||i===Ah||i===Ch||i===Rh||i===Ph||i===Ih||i===Lh||i===Dh)if(r=e.get("WEBGL_compressed_texture_astc"),r!==null){if(i===vh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:r.COMPRESSED_RGBA_ASTC_4x4_KHR;if(i===Sh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:r.COMPRESSED_RGBA_ASTC_5x4_KHR;if(i===bh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:r.COMPRESSED_RGBA_ASTC_5x5_KHR;if(i===Mh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:r.COMPRESSED_RGBA_ASTC_6x5_KHR;if(i===wh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:r.COMPRESSED_RGBA_ASTC_6x6_KHR;if(i===Th)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:r.COMPRESSED_RGBA_ASTC_8x5_KHR;if(i===Eh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:r.COMPRESSED_RGBA_ASTC_8x6_KHR;if(i===Ah)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:r.COMPRESSED_RGBA_ASTC_8x8_KHR;if(i===Ch)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:r.COMPRESSED_RGBA_ASTC_10x5_KHR;if(i===Rh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:r.COMPRESSED_RGBA_ASTC_10x6_KHR;if(i===Ph)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:r.COMPRESSED_RGBA_ASTC_10x8_KHR;if(i===Ih)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:r.COMPRESSED_RGBA_ASTC_10x10_KHR;if(i===Lh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:r.COMPRESSED_RGBA_ASTC_12x10_KHR;if(i===Dh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:r.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(i===Nh||i===Uh||i===Oh)if(r=e.get("EXT_texture_compression_bptc"),r!==null){if(i===Nh)return o===Dt?r.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:r.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(i===Uh)return r.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(i===Oh)return r.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(i===Fh||i===Bh||i===el||i===kh)if(r=e.get("EXT_texture_compression_rgtc"),r!==null){if(i===Fh)return r.COMPRESSED_RED_RGTC1_EXT;if(i===Bh)return r.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(i===el)return r.COMPRESSED_RED_GREEN_RGTC2_EXT;if(i===kh)return r.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return i===Rr?n.UNSIGNED_INT_24_8:n[i]!==void 0?n[i]:null}return{convert:t}}var zT=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,VT=`
uniform sampler2DArray depthColor;
uniform float depthWidth;
uniform float depthHeight;

void main() {

	vec2 coord = vec2( gl_FragCoord.x / depthWidth, gl_FragCoord.y / depthHeight );

	if ( coord.x >= 1.0 ) {

		gl_FragDepth = texture( depthColor, vec3( coord.x - 1.0, coord.y, 1 ) ).r;

	} else {

		gl_FragDepth = texture( depthColor, vec3( coord.x, coord.y, 0 ) ).r;

	}

}`,df=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let i=new Ua(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=i}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,i=new cs({vertexShader:zT,fragmentShader:VT,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new Mi(new Fa(20,20),i)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},ff=class extends Hi{constructor(e,t){super();let i=this,s=null,r=1,o=null,a="local-floor",l=1,c=null,h=null,d=null,u=null,f=null,g=null,v=typeof XRWebGLBinding<"u",m=new df,p={},S=t.getContextAttributes(),P=null,T=null,L=[],A=[],x=new je,E=null,V=null,F=new ii;F.viewport=new tn;let O=new ii;O.viewport=new tn;let G=[F,O],X=new Qc,U=null,q=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(ne){let _e=L[ne];return _e===void 0&&(_e=new bo,L[ne]=_e),_e.getTargetRaySpace()},this.getControllerGrip=function(ne){let _e=L[ne];return _e===void 0&&(_e=new bo,L[ne]=_e),_e.getGripSpace()},this.getHand=function(ne){let _e=L[ne];return _e===void 0&&(_e=new bo,L[ne]=_e),_e.getHandSpace()};function J(ne){let _e=A.indexOf(ne.inputSource);if(_e===-1)return;let ve=L[_e];ve!==void 0&&(ve.update(ne.inputSource,ne.frame,c||o),ve.dispatchEvent({type:ne.type,data:ne.inputSource}))}function W(){s.removeEventListener("select",J),s.removeEventListener("selectstart",J),s.removeEventListener("selectend",J),s.removeEventListener("squeeze",J),s.removeEventListener("squeezestart",J),s.removeEventListener("squeezeend",J),s.removeEventListener("end",W),s.removeEventListener("inputsourceschange",ue);for(let ne=0;ne<L.length;ne++){let _e=A[ne];_e!==null&&(A[ne]=null,L[ne].disconnect(_e))}U=null,q=null,m.reset();for(let ne in p)delete p[ne];if(e.setRenderTarget(P),f=null,u=null,d=null,s=null,T=null,fe.stop(),i.isPresenting=!1,e.setPixelRatio(E),e.setSize(x.width,x.height,!1),V!==null){let ne=V.camera;ne.fov=V.fov,ne.zoom=V.zoom,ne.updateProjectionMatrix(),V=null}i.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(ne){r=ne,i.isPresenting===!0&&Je("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(ne){a=ne,i.isPresenting===!0&&Je("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return c||o},this.setReferenceSpace=function(ne){c=ne},this.getBaseLayer=function(){return u!==null?u:f},this.getBinding=function(){return d===null&&v&&(d=new XRWebGLBinding(s,t)),d},this.getFrame=function(){return g},this.getSession=function(){return s},this.setSession=async function(ne){if(s=ne,s!==null){if(P=e.getRenderTarget(),s.addEventListener("select",J),s.addEventListener("selectstart",J),s.addEventListener("selectend",J),s.addEventListener("squeeze",J),s.addEventListener("squeezestart",J),s.addEventListener("squeezeend",J),s.addEventListener("end",W),s.addEventListener("inputsourceschange",ue),S.xrCompatible!==!0&&await t.makeXRCompatible(),E=e.getPixelRatio(),e.getSize(x),v&&"createProjectionLayer"in XRWebGLBinding.prototype){let ve=null,Re=null,we=null;S.depth&&(we=S.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,ve=S.stencil?Us:Rs,Re=S.stencil?Rr:Wi);let qe={colorFormat:t.RGBA8,depthFormat:we,scaleFactor:r};d=this.getBinding(),u=d.createProjectionLayer(qe),s.updateRenderState({layers:[u]}),e.setPixelRatio(1),e.setSize(u.textureWidth,u.textureHeight,!1),T=new Si(u.textureWidth,u.textureHeight,{format:Yi,type:ci,depthTexture:new Ds(u.textureWidth,u.textureHeight,Re,void 0,void 0,void 0,void 0,void 0,void 0,ve),stencilBuffer:S.stencil,colorSpace:e.outputColorSpace,samples:S.antialias?4:0,resolveDepthBuffer:u.ignoreDepthValues===!1,resolveStencilBuffer:u.ignoreDepthValues===!1,storeMultisampledDepthBuffer:u.ignoreDepthValues===!1,storeMultisampledStencilBuffer:u.ignoreDepthValues===!1})}else{let ve={antialias:S.antialias,alpha:!0,depth:S.depth,stencil:S.stencil,framebufferScaleFactor:r};f=new XRWebGLLayer(s,t,ve),s.updateRenderState({baseLayer:f}),e.setPixelRatio(1),e.setSize(f.framebufferWidth,f.framebufferHeight,!1),T=new Si(f.framebufferWidth,f.framebufferHeight,{format:Yi,type:ci,colorSpace:e.outputColorSpace,stencilBuffer:S.stencil,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}T.isXRRenderTarget=!0,this.setFoveation(l),c=null,o=await s.requestReferenceSpace(a),fe.setContext(s),fe.start(),i.isPresenting=!0,i.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(s!==null)return s.environmentBlendMode},this.getDepthTexture=function(){return m.getDepthTexture()};function ue(ne){for(let _e=0;_e<ne.removed.length;_e++){let ve=ne.removed[_e],Re=A.indexOf(ve);Re>=0&&(A[Re]=null,L[Re].disconnect(ve))}for(let _e=0;_e<ne.added.length;_e++){let ve=ne.added[_e],Re=A.indexOf(ve);if(Re===-1){for(let qe=0;qe<L.length;qe++)if(qe>=A.length){A.push(ve),Re=qe;break}else if(A[qe]===null){A[qe]=ve,Re=qe;break}if(Re===-1)break}let we=L[Re];we&&we.connect(ve)}}function Q(ne,_e){_e===null?ne.matrixWorld.copy(ne.matrix):ne.matrixWorld.multiplyMatrices(_e.matrixWorld,ne.matrix),ne.matrixWorldInverse.copy(ne.matrixWorld).invert()}this.updateCamera=function(ne){if(s===null)return;let _e=ne.near,ve=ne.far;m.texture!==null&&(m.depthNear>0&&(_e=m.depthNear),m.depthFar>0&&(ve=m.depthFar)),X.near=O.near=F.near=_e,X.far=O.far=F.far=ve,(U!==X.near||q!==X.far)&&(s.updateRenderState({depthNear:X.near,depthFar:X.far}),U=X.near,q=X.far),X.layers.mask=ne.layers.mask|6,F.layers.mask=X.layers.mask&-5,O.layers.mask=X.layers.mask&-3;let Re=ne.parent,we=X.cameras;Q(X,Re);for(let qe=0;qe<we.length;qe++)Q(we[qe],Re);X.projectionMatrix.copy(F.projectionMatrix),X.projectionMatrixInverse.copy(F.projectionMatrixInverse),V===null&&ne.isPerspectiveCamera&&(V={camera:ne,fov:ne.fov,zoom:ne.zoom}),te(ne,X,Re)};function te(ne,_e,ve){ve===null?ne.matrix.copy(_e.matrixWorld):(ne.matrix.copy(ve.matrixWorld),ne.matrix.invert(),ne.matrix.multiply(_e.matrixWorld)),ne.matrix.decompose(ne.position,ne.quaternion,ne.scale),ne.updateMatrixWorld(!0),ne.projectionMatrix.copy(_e.projectionMatrix),ne.projectionMatrixInverse.copy(_e.projectionMatrixInverse),ne.isPerspectiveCamera&&(ne.fov=yo*2*Math.atan(1/ne.projectionMatrix.elements[5]),ne.zoom=1)}this.getCamera=function(){return X},this.getFoveation=function(){if(!(u===null&&f===null))return l},this.setFoveation=function(ne){l=ne,u!==null&&(u.fixedFoveation=ne),f!==null&&f.fixedFoveation!==void 0&&(f.fixedFoveation=ne)},this.hasDepthSensing=function(){return m.texture!==null},this.getDepthSensingMesh=function(){return m.getMesh(X)},this.getCameraTexture=function(ne){return p[ne]};let oe=null;function pe(ne,_e){if(h=_e.getViewerPose(c||o),g=_e,h!==null){let ve=h.views;f!==null&&(e.setRenderTargetFramebuffer(T,f.framebuffer),e.setRenderTarget(T));let Re=!1;ve.length!==X.cameras.length&&(X.cameras.length=0,Re=!0);for(let We=0;We<ve.length;We++){let _t=ve[We],pt=null;if(f!==null)pt=f.getViewport(_t);else{let Qt=d.getViewSubImage(u,_t);pt=Qt.viewport,We===0&&(e.setRenderTargetTextures(T,Qt.colorTexture,Qt.depthStencilTexture),e.setRenderTarget(T))}let ot=G[We];ot===void 0&&(ot=new ii,ot.layers.enable(We),ot.viewport=new tn,G[We]=ot),ot.matrix.fromArray(_t.transform.matrix),ot.matrix.decompose(ot.position,ot.quaternion,ot.scale),ot.projectionMatrix.fromArray(_t.projectionMatrix),ot.projectionMatrixInverse.copy(ot.projectionMatrix).invert(),ot.viewport.set(pt.x,pt.y,pt.width,pt.height),We===0&&(X.matrix.copy(ot.matrix),X.matrix.decompose(X.position,X.quaternion,X.scale)),Re===!0&&X.cameras.push(ot)}let we=s.enabledFeatures;if(we&&we.includes("depth-sensing")&&s.depthUsage=="gpu-optimized"&&v){d=i.getBinding();let We=d.getDepthInformation(ve[0]);We&&We.isValid&&We.texture&&m.init(We,s.renderState)}if(we&&we.includes("camera-access")&&v){e.state.unbindTexture(),d=i.getBinding();for(let We=0;We<ve.length;We++){let _t=ve[We].camera;if(_t){let pt=p[_t];pt||(pt=new Ua,p[_t]=pt);let ot=d.getCameraImage(_t);pt.sourceTexture=ot}}}}for(let ve=0;ve<L.length;ve++){let Re=A[ve],we=L[ve];Re!==null&&we!==void 0&&we.update(Re,_e,c||o)}oe&&oe(ne,_e),_e.detectedPlanes&&i.dispatchEvent({type:"planesdetected",data:_e}),g=null}let fe=new g0;fe.setAnimationLoop(pe),this.setAnimationLoop=function(ne){oe=ne},this.dispose=function(){}}},GT=new qt,E0=new rt;E0.set(-1,0,0,0,1,0,0,0,1);function HT(n,e){function t(m,p){m.matrixAutoUpdate===!0&&m.updateMatrix(),p.value.copy(m.matrix)}function i(m,p){p.color.getRGB(m.fogColor.value,Qd(n)),p.isFog?(m.fogNear.value=p.near,m.fogFar.value=p.far):p.isFogExp2&&(m.fogDensity.value=p.density)}function s(m,p,S,P,T){p.isNodeMaterial?p.uniformsNeedUpdate=!1:p.isMeshBasicMaterial?r(m,p):p.isMeshLambertMaterial?(r(m,p),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)):p.isMeshToonMaterial?(r(m,p),d(m,p)):p.isMeshPhongMaterial?(r(m,p),h(m,p),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)):p.isMeshStandardMaterial?(r(m,p),u(m,p),p.isMeshPhysicalMaterial&&f(m,p,T)):p.isMeshMatcapMaterial?(r(m,p),g(m,p)):p.isMeshDepthMaterial?r(m,p):p.isMeshDistanceMaterial?(r(m,p),v(m,p)):p.isMeshNormalMaterial?r(m,p):p.isLineBasicMaterial?(o(m,p),p.isLineDashedMaterial&&a(m,p)):p.isPointsMaterial?l(m,p,S,P):p.isSpriteMaterial?c(m,p):p.isShadowMaterial?(m.color.value.copy(p.color),m.opacity.value=p.opacity):p.isShaderMaterial&&(p.uniformsNeedUpdate=!1)}function r(m,p){m.opacity.value=p.opacity,p.color&&m.diffuse.value.copy(p.color),p.emissive&&m.emissive.value.copy(p.emissive).multiplyScalar(p.emissiveIntensity),p.map&&(m.map.value=p.map,t(p.map,m.mapTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.bumpMap&&(m.bumpMap.value=p.bumpMap,t(p.bumpMap,m.bumpMapTransform),m.bumpScale.value=p.bumpScale,p.side===ri&&(m.bumpScale.value*=-1)),p.normalMap&&(m.normalMap.value=p.normalMap,t(p.normalMap,m.normalMapTransform),m.normalScale.value.copy(p.normalScale),p.side===ri&&m.normalScale.value.negate()),p.displacementMap&&(m.displacementMap.value=p.displacementMap,t(p.displacementMap,m.displacementMapTransform),m.displacementScale.value=p.displacementScale,m.displacementBias.value=p.displacementBias),p.emissiveMap&&(m.emissiveMap.value=p.emissiveMap,t(p.emissiveMap,m.emissiveMapTransform)),p.specularMap&&(m.specularMap.value=p.specularMap,t(p.specularMap,m.specularMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest);let S=e.get(p),P=S.envMap,T=S.envMapRotation;P&&(m.envMap.value=P,m.envMapRotation.value.setFromMatrix4(GT.makeRotationFromEuler(T)).transpose(),P.isCubeTexture&&P.isRenderTargetTexture===!1&&m.envMapRotation.value.premultiply(E0),m.reflectivity.value=p.reflectivity,m.ior.value=p.ior,m.refractionRatio.value=p.refractionRatio),p.lightMap&&(m.lightMap.value=p.lightMap,m.lightMapIntensity.value=p.lightMapIntensity,t(p.lightMap,m.lightMapTransform)),p.aoMap&&(m.aoMap.value=p.aoMap,m.aoMapIntensity.value=p.aoMapIntensity,t(p.aoMap,m.aoMapTransform))}function o(m,p){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,p.map&&(m.map.value=p.map,t(p.map,m.mapTransform))}function a(m,p){m.dashSize.value=p.dashSize,m.totalSize.value=p.dashSize+p.gapSize,m.scale.value=p.scale}function l(m,p,S,P){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,m.size.value=p.size*S,m.scale.value=P*.5,p.map&&(m.map.value=p.map,t(p.map,m.uvTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest)}function c(m,p){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,m.rotation.value=p.rotation,p.map&&(m.map.value=p.map,t(p.map,m.mapTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest)}function h(m,p){m.specular.value.copy(p.specular),m.shininess.value=Math.max(p.shininess,1e-4)}function d(m,p){p.gradientMap&&(m.gradientMap.value=p.gradientMap)}function u(m,p){m.metalness.value=p.metalness,p.metalnessMap&&(m.metalnessMap.value=p.metalnessMap,t(p.metalnessMap,m.metalnessMapTransform)),m.roughness.value=p.roughness,p.roughnessMap&&(m.roughnessMap.value=p.roughnessMap,t(p.roughnessMap,m.roughnessMapTransform)),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)}function f(m,p,S){m.ior.value=p.ior,p.diffuseRoughness>0&&(m.diffuseRoughness.value=p.diffuseRoughness,p.diffuseRoughnessMap&&(m.diffuseRoughnessMap.value=p.diffuseRoughnessMap,t(p.diffuseRoughnessMap,m.diffuseRoughnessMapTransform))),p.sheen>0&&(m.sheenColor.value.copy(p.sheenColor).multiplyScalar(p.sheen),m.sheenRoughness.value=p.sheenRoughness,p.sheenColorMap&&(m.sheenColorMap.value=p.sheenColorMap,t(p.sheenColorMap,m.sheenColorMapTransform)),p.sheenRoughnessMap&&(m.sheenRoughnessMap.value=p.sheenRoughnessMap,t(p.sheenRoughnessMap,m.sheenRoughnessMapTransform))),p.clearcoat>0&&(m.clearcoat.value=p.clearcoat,m.clearcoatRoughness.value=p.clearcoatRoughness,p.clearcoatMap&&(m.clearcoatMap.value=p.clearcoatMap,t(p.clearcoatMap,m.clearcoatMapTransform)),p.clearcoatRoughnessMap&&(m.clearcoatRoughnessMap.value=p.clearcoatRoughnessMap,t(p.clearcoatRoughnessMap,m.clearcoatRoughnessMapTransform)),p.clearcoatNormalMap&&(m.clearcoatNormalMap.value=p.clearcoatNormalMap,t(p.clearcoatNormalMap,m.clearcoatNormalMapTransform),m.clearcoatNormalScale.value.copy(p.clearcoatNormalScale),p.side===ri&&m.clearcoatNormalScale.value.negate())),p.dispersion>0&&(m.dispersion.value=p.dispersion),p.retroreflectivity>0&&(m.retroreflectivity.value=p.retroreflectivity),p.iridescence>0&&(m.iridescence.value=p.iridescence,m.iridescenceIOR.value=p.iridescenceIOR,m.iridescenceThicknessMinimum.value=p.iridescenceThicknessMinimum,m.iridescenceThicknessMaximum.value=p.iridescenceThicknessMaximum,p.iridescenceMap&&(m.iridescenceMap.value=p.iridescenceMap,t(p.iridescenceMap,m.iridescenceMapTransform)),p.iridescenceThicknessMap&&(m.iridescenceThicknessMap.value=p.iridescenceThicknessMap,t(p.iridescenceThicknessMap,m.iridescenceThicknessMapTransform))),p.transmission>0&&(m.transmission.value=p.transmission,m.transmissionSamplerMap.value=S.texture,m.transmissionSamplerSize.value.set(S.width,S.height),p.transmissionMap&&(m.transmissionMap.value=p.transmissionMap,t(p.transmissionMap,m.transmissionMapTransform)),m.thickness.value=p.thickness,p.thicknessMap&&(m.thicknessMap.value=p.thicknessMap,t(p.thicknessMap,m.thicknessMapTransform)),m.attenuationDistance.value=p.attenuationDistance,m.attenuationColor.value.copy(p.attenuationColor)),p.anisotropy>0&&(m.anisotropyVector.value.set(p.anisotropy*Math.cos(p.anisotropyRotation),p.anisotropy*Math.sin(p.anisotropyRotation)),p.anisotropyMap&&(m.anisotropyMap.value=p.anisotropyMap,t(p.anisotropyMap,m.anisotropyMapTransform))),m.specularIntensity.value=p.specularIntensity,m.specularColor.value.copy(p.specularColor),p.specularColorMap&&(m.specularColorMap.value=p.specularColorMap,t(p.specularColorMap,m.specularColorMapTransform)),p.specularIntensityMap&&(m.specularIntensityMap.value=p.specularIntensityMap,t(p.specularIntensityMap,m.specularIntensityMapTransform))}function g(m,p){p.matcap&&(m.matcap.value=p.matcap)}function v(m,p){let S=e.get(p).light;m.referencePosition.value.setFromMatrixPosition(S.matrixWorld),m.nearDistance.value=S.shadow.camera.near,m.farDistance.value=S.shadow.camera.far}return{refreshFogUniforms:i,refreshMaterialUniforms:s}}function WT(n,e,t,i){let s={},r={};function o(S,P){let T=P.program;i.uniformBlockBinding(S,T,s[S.id])}function a(S,P){let T=s[S.id];T===void 0&&(g(S),T=l(S),s[S.id]=T,S.addEventListener("dispose",m));let L=P.program;i.updateUBOMapping(S,L);let A=e.render.frame;r[S.id]!==A&&(c(S),r[S.id]=A)}function l(S){let P=n.createBuffer(),T=S.__size,L=S.usage;return n.bindBuffer(n.UNIFORM_BUFFER,P),n.bufferData(n.UNIFORM_BUFFER,T,L),n.bindBuffer(n.UNIFORM_BUFFER,null),P}function c(S){let P=s[S.id],T=S.uniforms,L=S.__cache;n.bindBuffer(n.UNIFORM_BUFFER,P);for(let A=0,x=T.length;A<x;A++){let E=T[A];if(Array.isArray(E))for(let V=0,F=E.length;V<F;V++)h(E[V],A,V,L);else h(E,A,0,L)}n.bindBuffer(n.UNIFORM_BUFFER,null)}function h(S,P,T,L){if(u(S,P,T,L)===!0){let A=S.__offset,x=S.value;if(Array.isArray(x)){let E=0;for(let V=0;V<x.length;V++){let F=x[V],O=v(F,!0);d(F,S.__data,E),E+=O.storage/Float32Array.BYTES_PER_ELEMENT}}else d(x,S.__data,0);n.bufferSubData(n.UNIFORM_BUFFER,A,S.__data)}}function d(S,P,T){typeof S=="number"||typeof S=="boolean"?P[T]=S:S.isMatrix3?(P[T]=S.elements[0],P[T+1]=S.elements[1],P[T+2]=S.elements[2],P[T+3]=0,P[T+4]=S.elements[3],P[T+5]=S.elements[4],P[T+6]=S.elements[5],P[T+7]=0,P[T+8]=S.elements[6],P[T+9]=S.elements[7],P[T+10]=S.elements[8],P[T+11]=0):ArrayBuffer.isView(S)?P.set(S.subarray(0,P.length-T),T):S.toArray(P,T)}function u(S,P,T,L){let A=S.value,x=P+"_"+T;if(Array.isArray(A)){L[x]===void 0&&(L[x]=[]);let E=L[x],V=!1;for(let F=0;F<A.length;F++)f(A[F],E,F)===!0&&(V=!0);return V}return f(A,L,x)}function f(S,P,T){if(P[T]===void 0)return typeof S=="number"||typeof S=="boolean"?P[T]=S:ArrayBuffer.isView(S)?P[T]=S.slice():P[T]=S.clone(),!0;{let L=P[T];if(typeof S=="number"||typeof S=="boolean"){if(L!==S)return P[T]=S,!0}else{if(ArrayBuffer.isView(S))return!0;if(L.equals(S)===!1)return L.copy(S),!0}}return!1}function g(S){let P=S.uniforms,T=0,L=16;for(let x=0,E=P.length;x<E;x++){let V=Array.isArray(P[x])?P[x]:[P[x]];for(let F=0,O=V.length;F<O;F++){let G=V[F],X=Array.isArray(G.value)?G.value:[G.value],U=Array.isArray(P[x])||Array.isArray(G.value),q=T;for(let W=0,ue=X.length;W<ue;W++){let Q=X[W],te=v(Q,U),oe=T%L,pe=oe%te.boundary,fe=oe+pe;T+=pe,fe!==0&&L-fe<te.storage&&(T+=L-fe),W===0&&(q=T),T+=te.storage}let J=G.type==="int"?Int32Array:G.type==="uint"?Uint32Array:Float32Array;G.__data=new J((T-q)/Float32Array.BYTES_PER_ELEMENT),G.__offset=q}}let A=T%L;return A>0&&(T+=L-A),S.__size=T,S.__cache={},this}function v(S,P){let T={boundary:0,storage:0};return typeof S=="number"||typeof S=="boolean"?(T.boundary=4,T.storage=4):S.isVector2?(T.boundary=8,T.storage=8):S.isVector3||S.isColor?(T.boundary=16,T.storage=12):S.isVector4?(T.boundary=16,T.storage=16):S.isMatrix3?(T.boundary=16,T.storage=48):S.isMatrix4?(T.boundary=16,T.storage=64):S.isTexture?Je("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(S)?(T.boundary=16,T.storage=S.byteLength):Je("WebGLRenderer: Unsupported uniform value type.",S),P===!0&&(T.boundary=16,T.storage=Math.ceil(T.storage/16)*16),T}function m(S){let P=S.target;P.removeEventListener("dispose",m),n.deleteBuffer(s[P.id]),delete s[P.id],delete r[P.id]}function p(){for(let S in s)n.deleteBuffer(s[S]);s={},r={}}return{bind:o,update:a,dispose:p}}var XT=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),us=null;function qT(){return us===null&&(us=new Dc(XT,16,16,hr,qi),us.name="DFG_LUT",us.minFilter=si,us.magFilter=si,us.wrapS=os,us.wrapT=os,us.generateMipmaps=!1,us.needsUpdate=!0),us}var Wh=class{constructor(e={}){let{canvas:t=kg(),context:i=null,depth:s=!0,stencil:r=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:l=!0,preserveDrawingBuffer:c=!1,powerPreference:h="default",failIfMajorPerformanceCaveat:d=!1,reversedDepthBuffer:u=!1,outputBufferType:f=ci}=e;this.isWebGLRenderer=!0;let g;if(i!==null){if(typeof WebGLRenderingContext<"u"&&i instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");g=i.getContextAttributes().alpha}else g=o;let v=f,m=new Set([ch,lh,ah]),p=new Set([ci,Wi,Po,Rr,rh,oh]),S=new Uint32Array(4),P=new Int32Array(4),T={textures:[],min:[],max:[],resolution:[]},L=null,A=null,x=[],E=[],V=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=hs,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let F=this,O=!1,G=null,X=null,U=null,q=null;this._outputColorSpace=_i;let J=0,W=0,ue=null,Q=-1,te=null,oe=new tn,pe=new tn,fe=null,ne=new bt(0),_e=0,ve=t.width,Re=t.height,we=1,qe=null,ct=null,We=new tn(0,0,ve,Re),_t=new tn(0,0,ve,Re),pt=!1,ot=new ir,Qt=new Nc,Wt=!1,mn=!1,Bt=new qt,Dn=new $,At=new tn,wn={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},sn=!1;function gn(){return ue===null?we:1}let k=i;function Ie(w,z){return t.getContext(w,z)}let Ke,ht,Te,zt,He,$e,I,b,Y,de,le,ye,Se,ie,re,ge,B,ae,se,Ee,xe,Me,Xe;try{let w={alpha:!0,depth:s,stencil:r,antialias:a,premultipliedAlpha:l,preserveDrawingBuffer:c,powerPreference:h,failIfMajorPerformanceCaveat:d};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",ze,!1),t.addEventListener("webglcontextrestored",tt,!1),t.addEventListener("webglcontextcreationerror",Pe,!1),k===null){let z="webgl2";if(k=Ie(z,w),k===null)throw Ie(z)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}et()}catch(w){throw t.removeEventListener("webglcontextlost",ze,!1),t.removeEventListener("webglcontextrestored",tt,!1),t.removeEventListener("webglcontextcreationerror",Pe,!1),nt("WebGLRenderer: "+w.message),w}function et(){Ke=new iw(k),Ke.init(),xe=new kT(k,Ke),ht=new qM(k,Ke,e,xe),Te=new FT(k,Ke),ht.reversedDepthBuffer&&u&&Te.buffers.depth.setReversed(!0),X=k.createFramebuffer(),U=k.createFramebuffer(),q=k.createFramebuffer(),zt=new ow(k),He=new MT,$e=new BT(k,Ke,Te,He,ht,xe,zt),I=new nw(F),b=new lS(k),Me=new WM(k,b),Y=new sw(k,b,zt,Me),de=new lw(k,Y,b,Me,zt),ae=new aw(k,ht,$e),re=new YM(He),le=new bT(F,I,Ke,ht,Me,re),ye=new HT(F,He),Se=new TT,ie=new IT(Ke),B=new HM(F,I,Te,de,g,l),ge=new OT(F,de,ht),Xe=new WT(k,zt,ht,Te),se=new XM(k,Ke,zt),Ee=new rw(k,Ke,zt),zt.programs=le.programs,F.capabilities=ht,F.extensions=Ke,F.properties=He,F.renderLists=Se,F.shadowMap=ge,F.state=Te,F.info=zt}v!==ci&&(V=new hw(v,t.width,t.height,a,s,r));let he=new ff(F,k);this.xr=he,this.getContext=function(){return k},this.getContextAttributes=function(){return k.getContextAttributes()},this.forceContextLoss=function(){let w=Ke.get("WEBGL_lose_context");w&&w.loseContext()},this.forceContextRestore=function(){let w=Ke.get("WEBGL_lose_context");w&&w.restoreContext()},this.getPixelRatio=function(){return we},this.setPixelRatio=function(w){w!==void 0&&(we=w,this.setSize(ve,Re,!1))},this.getSize=function(w){return w.set(ve,Re)},this.setSize=function(w,z,ee=!0){if(he.isPresenting){Je("WebGLRenderer: Can't change size while VR device is presenting.");return}ve=w,Re=z,t.width=Math.floor(w*we),t.height=Math.floor(z*we),ee===!0&&(t.style.width=w+"px",t.style.height=z+"px"),V!==null&&V.setSize(t.width,t.height),this.setViewport(0,0,w,z)},this.getDrawingBufferSize=function(w){return w.set(ve*we,Re*we).floor()},this.setDrawingBufferSize=function(w,z,ee){ve=w,Re=z,we=ee,t.width=Math.floor(w*ee),t.height=Math.floor(z*ee),this.setViewport(0,0,w,z)},this.setEffects=function(w){if(v===ci){nt("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(w){for(let z=0;z<w.length;z++)if(w[z].isOutputPass===!0){Je("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}V.setEffects(w||[])},this.getCurrentViewport=function(w){return w.copy(oe)},this.getViewport=function(w){return w.copy(We)},this.setViewport=function(w,z,ee,Z){w.isVector4?We.set(w.x,w.y,w.z,w.w):We.set(w,z,ee,Z),Te.viewport(oe.copy(We).multiplyScalar(gn()).round())},this.getScissor=function(w){return w.copy(_t)},this.setScissor=function(w,z,ee,Z){w.isVector4?_t.set(w.x,w.y,w.z,w.w):_t.set(w,z,ee,Z),Te.scissor(pe.copy(_t).multiplyScalar(gn()).round())},this.getScissorTest=function(){return pt},this.setScissorTest=function(w){Te.setScissorTest(pt=w)},this.setOpaqueSort=function(w){qe=w},this.setTransparentSort=function(w){ct=w},this.getClearColor=function(w){return w.copy(B.getClearColor())},this.setClearColor=function(){B.setClearColor(...arguments)},this.getClearAlpha=function(){return B.getClearAlpha()},this.setClearAlpha=function(){B.setClearAlpha(...arguments)},this.clear=function(w=!0,z=!0,ee=!0){let Z=0;if(w){let K=!1;if(ue!==null){let Ae=ue.texture.format;K=m.has(Ae)}if(K){let Ae=ue.texture.type,Le=p.has(Ae),Ce=B.getClearColor(),De=B.getClearAlpha(),Ge=Ce.r,it=Ce.g,xt=Ce.b;Le?(S[0]=Ge,S[1]=it,S[2]=xt,S[3]=De,k.clearBufferuiv(k.COLOR,0,S)):(P[0]=Ge,P[1]=it,P[2]=xt,P[3]=De,k.clearBufferiv(k.COLOR,0,P))}else Z|=k.COLOR_BUFFER_BIT}z&&(Z|=k.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),ee&&(Z|=k.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),Z!==0&&k.clear(Z)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(w){w.setRenderer(this),G=w},this.dispose=function(){t.removeEventListener("webglcontextlost",ze,!1),t.removeEventListener("webglcontextrestored",tt,!1),t.removeEventListener("webglcontextcreationerror",Pe,!1),B.dispose(),Se.dispose(),ie.dispose(),$e.dispose(),He.dispose(),I.dispose(),de.dispose(),Y.dispose(),Me.dispose(),Xe.dispose(),le.dispose(),he.dispose(),he.removeEventListener("sessionstart",_l),he.removeEventListener("sessionend",Ki),ps.stop()};function ze(w){w.preventDefault(),$d("WebGLRenderer: Context Lost."),O=!0}function tt(){$d("WebGLRenderer: Context Restored."),O=!1;let w=zt.autoReset,z=ge.enabled,ee=ge.autoUpdate,Z=ge.needsUpdate,K=ge.type;et(),zt.autoReset=w,ge.enabled=z,ge.autoUpdate=ee,ge.needsUpdate=Z,ge.type=K}function Pe(w){nt("WebGLRenderer: A WebGL context could not be created. Reason: ",w.statusMessage)}function dt(w){let z=w.target;z.removeEventListener("dispose",dt),Yt(z)}function Yt(w){jn(w),He.remove(w)}function jn(w){let z=He.get(w).programs;z!==void 0&&(z.forEach(function(ee){le.releaseProgram(ee)}),w.isShaderMaterial&&le.releaseShaderCache(w))}this.renderBufferDirect=function(w,z,ee,Z,K,Ae){z===null&&(z=wn);let Le=K.isMesh&&K.matrixWorld.determinantAffine()<0,Ce=Jo(w,z,ee,Z,K);Te.setMaterial(Z,Le);let De=ee.index,Ge=1;if(Z.wireframe===!0){if(De=Y.getWireframeAttribute(ee),De===void 0)return;Ge=2}let it=ee.drawRange,xt=ee.attributes.position,Ve=it.start*Ge,yt=(it.start+it.count)*Ge;Ae!==null&&(Ve=Math.max(Ve,Ae.start*Ge),yt=Math.min(yt,(Ae.start+Ae.count)*Ge)),De!==null?(Ve=Math.max(Ve,0),yt=Math.min(yt,De.count)):xt!=null&&(Ve=Math.max(Ve,0),yt=Math.min(yt,xt.count));let nn=yt-Ve;if(nn<0||nn===1/0)return;Me.setup(K,Z,Ce,ee,De);let Ut,Ot=se;if(De!==null&&(Ut=b.get(De),Ot=Ee,Ot.setIndex(Ut)),K.isMesh)Z.wireframe===!0?(Te.setLineWidth(Z.wireframeLinewidth*gn()),Ot.setMode(k.LINES)):Ot.setMode(k.TRIANGLES);else if(K.isLine){let Tn=Z.linewidth;Tn===void 0&&(Tn=1),Te.setLineWidth(Tn*gn()),K.isLineSegments?Ot.setMode(k.LINES):K.isLineLoop?Ot.setMode(k.LINE_LOOP):Ot.setMode(k.LINE_STRIP)}else K.isPoints?Ot.setMode(k.POINTS):K.isSprite&&Ot.setMode(k.TRIANGLES);if(K.isBatchedMesh)if(Ke.get("WEBGL_multi_draw"))Ot.renderMultiDraw(K._multiDrawStarts,K._multiDrawCounts,K._multiDrawCount);else{let Tn=K._multiDrawStarts,Be=K._multiDrawCounts,_n=K._multiDrawCount,wt=De?b.get(De).bytesPerElement:1,gs=He.get(Z).currentProgram.getUniforms();for(let xn=0;xn<_n;xn++)gs.setValue(k,"_gl_DrawID",xn),Ot.render(Tn[xn]/wt,Be[xn])}else if(K.isInstancedMesh)Ot.renderInstances(Ve,nn,K.count);else if(ee.isInstancedBufferGeometry){let Tn=ee._maxInstanceCount!==void 0?ee._maxInstanceCount:1/0,Be=Math.min(ee.instanceCount,Tn);Ot.renderInstances(Ve,nn,Be)}else Ot.render(Ve,nn)};function Yo(w,z,ee,Z){G!==null&&w.isNodeMaterial&&G.setObject(Z,w),Wt===!0&&re.setState(w,ee,!1),w.transparent===!0&&w.side===Di&&w.forceSinglePass===!1?(w.side=ri,w.needsUpdate=!0,ji(w,z,Z),w.side=cr,w.needsUpdate=!0,ji(w,z,Z),w.side=Di):ji(w,z,Z)}this.compile=function(w,z,ee=null){ee===null&&(ee=w),G!==null&&G.renderStart(w,z,ee),A=ie.get(ee),A.init(z),E.push(A),ee.traverseVisible(function(K){K.isLight&&K.layers.test(z.layers)&&(A.pushLight(K),K.castShadow&&A.pushShadow(K))}),w!==ee&&w.traverseVisible(function(K){K.isLight&&K.layers.test(z.layers)&&(A.pushLight(K),K.castShadow&&A.pushShadow(K))}),A.setupLights(),G!==null&&G.updateLights(A.state.lightsArray),mn=this.localClippingEnabled,Wt=re.init(this.clippingPlanes,mn),Wt===!0&&re.setGlobalState(this.clippingPlanes,z),G!==null&&ge.render(A.state.shadowsArray,ee,z);let Z=new Set;return w.traverse(function(K){if(!(K.isMesh||K.isPoints||K.isLine||K.isSprite))return;let Ae=K.material;if(Ae)if(Array.isArray(Ae))for(let Le=0;Le<Ae.length;Le++){let Ce=Ae[Le];Yo(Ce,ee,z,K),Z.add(Ce)}else Yo(Ae,ee,z,K),Z.add(Ae)}),A=E.pop(),G!==null&&G.renderEnd(),Z},this.compileAsync=function(w,z,ee=null){let Z=this.compile(w,z,ee);return new Promise(K=>{function Ae(){if(Z.forEach(function(Le){let De=He.get(Le).currentProgram;(De===void 0||De.isReady())&&Z.delete(Le)}),Z.size===0){K(w);return}setTimeout(Ae,10)}Ke.get("KHR_parallel_shader_compile")!==null?Ae():setTimeout(Ae,10)})};let Fr=null;function Eu(w){Fr&&Fr(w)}function _l(){ps.stop()}function Ki(){ps.start()}let ps=new g0;ps.setAnimationLoop(Eu),typeof self<"u"&&ps.setContext(self),this.setAnimationLoop=function(w){Fr=w,he.setAnimationLoop(w),w===null?ps.stop():ps.start()},he.addEventListener("sessionstart",_l),he.addEventListener("sessionend",Ki),this.render=function(w,z){if(z!==void 0&&z.isCamera!==!0){nt("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(O===!0)return;G!==null&&G.renderStart(w,z);let ee=he.enabled===!0&&he.isPresenting===!0,Z=V!==null&&(ue===null||ee)&&V.begin(F,ue);if(w.matrixWorldAutoUpdate===!0&&w.updateMatrixWorld(),z.parent===null&&z.matrixWorldAutoUpdate===!0&&z.updateMatrixWorld(),he.enabled===!0&&he.isPresenting===!0&&(V===null||V.isCompositing()===!1)&&(he.cameraAutoUpdate===!0&&he.updateCamera(z),z=he.getCamera()),w.isScene===!0&&w.onBeforeRender(F,w,z,ue),A=ie.get(w,E.length),A.init(z),A.state.textureUnits=$e.getTextureUnits(),E.push(A),Bt.multiplyMatrices(z.projectionMatrix,z.matrixWorldInverse),z.isArrayCamera?Qt.setFromArrayCamera(z):ot.setFromProjectionMatrix(Bt,Li,z.reversedDepth),mn=this.localClippingEnabled,Wt=re.init(this.clippingPlanes,mn),L=Se.get(w,x.length),L.init(),x.push(L),this.info.render.frame++,he.enabled===!0&&he.isPresenting===!0){let Le=F.xr.getDepthSensingMesh();Le!==null&&ms(Le,z,-1/0,F.sortObjects)}ms(w,z,0,F.sortObjects),L.finish(),G!==null&&G.updateLights(A.state.lightsArray),F.sortObjects===!0&&L.sort(qe,ct),sn=he.enabled===!1||he.isPresenting===!1||he.hasDepthSensing()===!1,sn&&B.addToRenderList(L,w),this.info.autoReset===!0&&this.info.reset(),Wt===!0&&re.beginShadows();let K=A.state.shadowsArray;if(ge.render(K,w,z),Wt===!0&&re.endShadows(),(Z&&V.hasRenderPass())===!1){let Le=L.opaque,Ce=L.transmissive;if(A.setupLights(),z.isArrayCamera){let De=z.cameras;if(Ce.length>0)for(let Ge=0,it=De.length;Ge<it;Ge++){let xt=De[Ge];Oi(Le,Ce,w,xt)}sn&&B.render(w);for(let Ge=0,it=De.length;Ge<it;Ge++){let xt=De[Ge];$o(L,w,xt,xt.viewport)}}else Ce.length>0&&Oi(Le,Ce,w,z),sn&&B.render(w),$o(L,w,z)}ue!==null&&W===0&&($e.updateMultisampleRenderTarget(ue),$e.updateRenderTargetMipmap(ue)),Z&&V.end(F),w.isScene===!0&&w.onAfterRender(F,w,z),Me.resetDefaultState(),Q=-1,te=null,E.pop(),E.length>0?(A=E[E.length-1],$e.setTextureUnits(A.state.textureUnits),Wt===!0&&re.setGlobalState(F.clippingPlanes,A.state.camera)):A=null,x.pop(),x.length>0?L=x[x.length-1]:L=null,G!==null&&G.renderEnd()};function ms(w,z,ee,Z){if(w.visible===!1)return;if(w.layers.test(z.layers)){if(w.isGroup)ee=w.renderOrder;else if(w.isLOD)w.autoUpdate===!0&&w.update(z);else if(w.isLight)A.pushLight(w),w.castShadow&&A.pushShadow(w);else if(w.isSprite){let Le=z.isArrayCamera?Qt:ot;if(!w.frustumCulled||w.intersectsFrustum(Le)){Z&&At.setFromMatrixPosition(w.matrixWorld).applyMatrix4(Bt);let Ce=de.update(w),De=w.material;De.visible&&L.push(w,Ce,De,ee,At.z,null,z)}}else if(w.isMesh||w.isLine||w.isPoints){let Le=z.isArrayCamera?Qt:ot;if(!w.frustumCulled||w.intersectsFrustum(Le)){let Ce=de.update(w),De=w.material;if(Z&&(w.boundingSphere!==void 0?(w.boundingSphere===null&&w.computeBoundingSphere(),At.copy(w.boundingSphere.center)):(Ce.boundingSphere===null&&Ce.computeBoundingSphere(),At.copy(Ce.boundingSphere.center)),At.applyMatrix4(w.matrixWorld).applyMatrix4(Bt)),Array.isArray(De)){let Ge=Ce.groups;for(let it=0,xt=Ge.length;it<xt;it++){let Ve=Ge[it],yt=De[Ve.materialIndex];yt&&yt.visible&&L.push(w,Ce,yt,ee,At.z,Ve,z)}}else De.visible&&L.push(w,Ce,De,ee,At.z,null,z)}}}let Ae=w.children;for(let Le=0,Ce=Ae.length;Le<Ce;Le++)ms(Ae[Le],z,ee,Z)}function $o(w,z,ee,Z){let{opaque:K,transmissive:Ae,transparent:Le}=w;A.setupLightsView(ee),Wt===!0&&re.setGlobalState(F.clippingPlanes,ee),Z&&Te.viewport(oe.copy(Z)),K.length>0&&rn(K,z,ee),Ae.length>0&&rn(Ae,z,ee),Le.length>0&&rn(Le,z,ee),Te.buffers.depth.setTest(!0),Te.buffers.depth.setMask(!0),Te.buffers.color.setMask(!0),Te.setPolygonOffset(!1)}function Oi(w,z,ee,Z){if((ee.isScene===!0?ee.overrideMaterial:null)!==null)return;if(A.state.transmissionRenderTarget[Z.id]===void 0){let Ve=Ke.has("EXT_color_buffer_half_float")||Ke.has("EXT_color_buffer_float");A.state.transmissionRenderTarget[Z.id]=new Si(1,1,{generateMipmaps:!0,type:Ve?qi:ci,minFilter:Ns,samples:Math.max(4,ht.samples),stencilBuffer:r,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:Tt.workingColorSpace})}let Ae=A.state.transmissionRenderTarget[Z.id],Le=Z.viewport||oe;Ae.setSize(Le.z*F.transmissionResolutionScale,Le.w*F.transmissionResolutionScale);let Ce=F.getRenderTarget(),De=F.getActiveCubeFace(),Ge=F.getActiveMipmapLevel();F.setRenderTarget(Ae),F.getClearColor(ne),_e=F.getClearAlpha(),_e<1&&F.setClearColor(16777215,.5),F.clear(),sn&&B.render(ee);let it=F.toneMapping;F.toneMapping=hs;let xt=Z.viewport;if(Z.viewport!==void 0&&(Z.viewport=void 0),A.setupLightsView(Z),Wt===!0&&re.setGlobalState(F.clippingPlanes,Z),rn(w,ee,Z),$e.updateMultisampleRenderTarget(Ae),$e.updateRenderTargetMipmap(Ae),Ke.has("WEBGL_multisampled_render_to_texture")===!1){let Ve=!1;for(let yt=0,nn=z.length;yt<nn;yt++){let Ut=z[yt],{object:Ot,geometry:Tn,material:Be,group:_n}=Ut;if(Be.side===Di&&Ot.layers.test(Z.layers)){let wt=Be.side;Be.side=ri,Be.needsUpdate=!0,un(Ot,ee,Z,Tn,Be,_n),Be.side=wt,Be.needsUpdate=!0,Ve=!0}}Ve===!0&&($e.updateMultisampleRenderTarget(Ae),$e.updateRenderTargetMipmap(Ae))}F.setRenderTarget(Ce,De,Ge),F.setClearColor(ne,_e),xt!==void 0&&(Z.viewport=xt),F.toneMapping=it}function rn(w,z,ee){let Z=z.isScene===!0?z.overrideMaterial:null;for(let K=0,Ae=w.length;K<Ae;K++){let Le=w[K],{object:Ce,geometry:De,group:Ge}=Le,it=Le.material;it.allowOverride===!0&&Z!==null&&(it=Z),Ce.layers.test(ee.layers)&&un(Ce,z,ee,De,it,Ge)}}function un(w,z,ee,Z,K,Ae){G!==null&&K.isNodeMaterial&&G.setObject(w,K),w.onBeforeRender(F,z,ee,Z,K,Ae),w.modelViewMatrix.multiplyMatrices(ee.matrixWorldInverse,w.matrixWorld),w.normalMatrix.getNormalMatrix(w.modelViewMatrix),K.onBeforeRender(F,z,ee,Z,w,Ae),K.transparent===!0&&K.side===Di&&K.forceSinglePass===!1?(K.side=ri,K.needsUpdate=!0,F.renderBufferDirect(ee,z,Z,K,w,Ae),K.side=cr,K.needsUpdate=!0,F.renderBufferDirect(ee,z,Z,K,w,Ae),K.side=Di):F.renderBufferDirect(ee,z,Z,K,w,Ae),w.onAfterRender(F,z,ee,Z,K,Ae)}function dn(w){let z=0;for(let ee of w)ee.texture!==null&&z++;return z}function ji(w,z,ee){z.isScene!==!0&&(z=wn);let Z=He.get(w),K=A.state.lights,Ae=A.state.shadowsArray,Le=K.state.version,Ce=le.getParameters(w,K.state,Ae,z,ee,A.state.lightProbeGridArray),De=le.getProgramCacheKey(Ce),Ge=Z.programs;Z.environment=w.isMeshStandardMaterial||w.isMeshLambertMaterial||w.isMeshPhongMaterial?z.environment:null,Z.fog=z.fog;let it=w.isMeshStandardMaterial||w.isMeshLambertMaterial&&!w.envMap||w.isMeshPhongMaterial&&!w.envMap;Z.envMap=I.get(w.envMap||Z.environment,it),Z.envMapRotation=Z.environment!==null&&w.envMap===null?z.environmentRotation:w.envMapRotation,Ge===void 0&&(w.addEventListener("dispose",dt),Ge=new Map,Z.programs=Ge,Z.programVariants=new Map);let xt=Ge.get(De);if(xt!==void 0){if(Z.currentProgram===xt&&Z.lightsStateVersion===Le)return Zo(w,Ce),xt}else Ce.uniforms=le.getUniforms(w),G!==null&&w.isNodeMaterial&&G.build(w,ee,Ce),w.onBeforeCompile(Ce,F),xt=le.acquireProgram(Ce,De),Ge.set(De,xt),Z.uniforms=Ce.uniforms;let Ve=Z.uniforms;return(!w.isShaderMaterial&&!w.isRawShaderMaterial||w.clipping===!0)&&(Ve.clippingPlanes=re.uniform),Zo(w,Ce),Z.needsLights=zs(w),Z.lightsStateVersion=Le,Z.needsLights&&(Ve.ambientLightColor.value=K.state.ambient,Ve.lightProbe.value=K.state.probe,Ve.sunLights.value=K.state.sun,Ve.sunLightShadows.value=K.state.sunShadow,Ve.directionalLights.value=K.state.directional,Ve.directionalLightShadows.value=K.state.directionalShadow,Ve.spotLights.value=K.state.spot,Ve.spotLightShadows.value=K.state.spotShadow,Ve.rectAreaLights.value=K.state.rectArea,Ve.ltc_1.value=K.state.rectAreaLTC1,Ve.ltc_2.value=K.state.rectAreaLTC2,Ve.pointLights.value=K.state.point,Ve.pointLightShadows.value=K.state.pointShadow,Ve.hemisphereLights.value=K.state.hemi,Ve.sunShadowMatrix.value=K.state.sunShadowMatrix,Ve.sunShadowCascade.value=K.state.sunShadowCascade,Ve.directionalShadowMatrix.value=K.state.directionalShadowMatrix,Ve.spotLightMatrix.value=K.state.spotLightMatrix,Ve.spotLightMap.value=K.state.spotLightMap,Ve.pointShadowMatrix.value=K.state.pointShadowMatrix),Z.numLightProbeGrids=dn(A.state.lightProbeGridArray),Z.currentProgram=xt,Z.uniformsList=null,xt}function ui(w,z,ee,Z,K){let Ae=He.get(w),Le=Ae.currentProgram.id+","+Z+","+K,Ce=Ae.programVariants.get(Le);return Ce===void 0?(Ce=ji(w,z,ee),Ae.programVariants.set(Le,Ce)):(Ae.currentProgram=Ce,Ae.uniformsList=null,Ae.outputColorSpace=Z,Ae.toneMapping=K),Ce}function ks(w){if(w.uniformsList===null){let z=w.currentProgram.getUniforms();w.uniformsList=Lo.seqWithValue(z.seq,w.uniforms)}return w.uniformsList}function Zo(w,z){let ee=He.get(w);ee.outputColorSpace=z.outputColorSpace,ee.batching=z.batching,ee.batchingColor=z.batchingColor,ee.instancing=z.instancing,ee.instancingColor=z.instancingColor,ee.instancingMorph=z.instancingMorph,ee.skinning=z.skinning,ee.morphTargets=z.morphTargets,ee.morphNormals=z.morphNormals,ee.morphColors=z.morphColors,ee.morphTargetsCount=z.morphTargetsCount,ee.numClippingPlanes=z.numClippingPlanes,ee.numIntersection=z.numClipIntersection,ee.vertexAlphas=z.vertexAlphas,ee.vertexTangents=z.vertexTangents,ee.toneMapping=z.toneMapping}function Jo(w,z,ee,Z,K){z.isScene!==!0&&(z=wn),$e.resetTextureUnits();let Ae=z.fog,Le=Z.isMeshStandardMaterial||Z.isMeshLambertMaterial||Z.isMeshPhongMaterial?z.environment:null,Ce=ue===null?F.outputColorSpace:ue.isXRRenderTarget===!0?ue.texture.colorSpace:Tt.workingColorSpace,De=Z.isMeshStandardMaterial||Z.isMeshLambertMaterial&&!Z.envMap||Z.isMeshPhongMaterial&&!Z.envMap,Ge=I.get(Z.envMap||Le,De),it=Z.vertexColors===!0&&!!ee.attributes.color&&ee.attributes.color.itemSize===4,xt=!!ee.attributes.tangent&&(!!Z.normalMap||Z.anisotropy>0),Ve=!!ee.morphAttributes.position,yt=!!ee.morphAttributes.normal,nn=!!ee.morphAttributes.color,Ut=hs;Z.toneMapped&&(ue===null||ue.isXRRenderTarget===!0)&&(Ut=F.toneMapping);let Ot=ee.morphAttributes.position||ee.morphAttributes.normal||ee.morphAttributes.color,Tn=Ot!==void 0?Ot.length:0,Be=He.get(Z),_n=A.state.lights;if(Wt===!0&&(mn===!0||w!==te)){let Ft=w===te&&Z.id===Q;re.setState(Z,w,Ft)}let wt=!1,gs=!1;Z.version===Be.__version?Be.needsLights&&Be.lightsStateVersion!==_n.state.version||K.isBatchedMesh&&Be.batching===!1||!K.isBatchedMesh&&Be.batching===!0||K.isBatchedMesh&&Be.batchingColor===!0&&K._colorsTexture===null||K.isBatchedMesh&&Be.batchingColor===!1&&K._colorsTexture!==null||K.isInstancedMesh&&Be.instancing===!1||!K.isInstancedMesh&&Be.instancing===!0||K.isSkinnedMesh&&Be.skinning===!1||!K.isSkinnedMesh&&Be.skinning===!0||K.isInstancedMesh&&Be.instancingColor===!0&&K.instanceColor===null||K.isInstancedMesh&&Be.instancingColor===!1&&K.instanceColor!==null||K.isInstancedMesh&&Be.instancingMorph===!0&&K.morphTexture===null||K.isInstancedMesh&&Be.instancingMorph===!1&&K.morphTexture!==null||Be.envMap!==Ge||Z.fog===!0&&Be.fog!==Ae||Be.numClippingPlanes!==void 0&&(Be.numClippingPlanes!==re.numPlanes||Be.numIntersection!==re.numIntersection)||Be.vertexAlphas!==it||Be.vertexTangents!==xt||Be.morphTargets!==Ve||Be.morphNormals!==yt||Be.morphColors!==nn||Be.morphTargetsCount!==Tn||Be.numLightProbeGrids!==dn(A.state.lightProbeGridArray)?wt=!0:(Be.outputColorSpace!==Ce||Be.toneMapping!==Ut)&&(gs=!0):(wt=!0,Be.__version=Z.version);let xn=Be.currentProgram;(wt===!0||gs===!0)&&(xn=gs===!0?ui(Z,z,K,Ce,Ut):ji(Z,z,K),G&&Z.isNodeMaterial&&G.onUpdateProgram(Z,xn,Be));let zr=!1,Qi=!1,_s=!1,mt=xn.getUniforms(),on=Be.uniforms;if(Te.useProgram(xn.program)&&(zr=!0,Qi=!0,_s=!0),Z.id!==Q&&(Q=Z.id,Qi=!0),zr||te!==w){Te.buffers.depth.getReversed()&&w.reversedDepth!==!0&&(w._reversedDepth=!0,w.updateProjectionMatrix()),mt.setValue(k,"projectionMatrix",w.projectionMatrix),mt.setValue(k,"viewMatrix",w.matrixWorldInverse);let yn=mt.map.cameraPosition;yn!==void 0&&yn.setValue(k,Dn.setFromMatrixPosition(w.matrixWorld)),ht.logarithmicDepthBuffer&&mt.setValue(k,"logDepthBufFC",2/(Math.log(w.far+1)/Math.LN2)),(Z.isMeshPhongMaterial||Z.isMeshToonMaterial||Z.isMeshLambertMaterial||Z.isMeshBasicMaterial||Z.isMeshStandardMaterial||Z.isShaderMaterial)&&mt.setValue(k,"isOrthographic",w.isOrthographicCamera===!0),te!==w&&(te=w,Qi=!0,_s=!0)}if(Be.needsLights&&(_n.state.sunShadowMap.length>0&&mt.setValue(k,"sunShadowMap",_n.state.sunShadowMap,$e),_n.state.directionalShadowMap.length>0&&mt.setValue(k,"directionalShadowMap",_n.state.directionalShadowMap,$e),_n.state.spotShadowMap.length>0&&mt.setValue(k,"spotShadowMap",_n.state.spotShadowMap,$e),_n.state.pointShadowMap.length>0&&mt.setValue(k,"pointShadowMap",_n.state.pointShadowMap,$e)),K.isSkinnedMesh){mt.setOptional(k,K,"bindMatrix"),mt.setOptional(k,K,"bindMatrixInverse");let Ft=K.skeleton;Ft&&(Ft.boneTexture===null&&Ft.computeBoneTexture(),mt.setValue(k,"boneTexture",Ft.boneTexture,$e))}K.isBatchedMesh&&(mt.setOptional(k,K,"batchingTexture"),mt.setValue(k,"batchingTexture",K._matricesTexture,$e),mt.setOptional(k,K,"batchingIdTexture"),mt.setValue(k,"batchingIdTexture",K._indirectTexture,$e),mt.setOptional(k,K,"batchingColorTexture"),K._colorsTexture!==null&&mt.setValue(k,"batchingColorTexture",K._colorsTexture,$e));let Qn=ee.morphAttributes;if((Qn.position!==void 0||Qn.normal!==void 0||Qn.color!==void 0)&&ae.update(K,ee,xn),(Qi||Be.receiveShadow!==K.receiveShadow)&&(Be.receiveShadow=K.receiveShadow,mt.setValue(k,"receiveShadow",K.receiveShadow)),(Z.isMeshStandardMaterial||Z.isMeshLambertMaterial||Z.isMeshPhongMaterial)&&Z.envMap===null&&z.environment!==null&&(on.envMapIntensity.value=z.environmentIntensity),on.dfgLUT!==void 0&&(on.dfgLUT.value=qT()),Qi){if(mt.setValue(k,"toneMappingExposure",F.toneMappingExposure),Be.needsLights&&Br(on,_s),Ae&&Z.fog===!0&&ye.refreshFogUniforms(on,Ae),ye.refreshMaterialUniforms(on,Z,we,Re,A.state.transmissionRenderTarget[w.id]),Be.needsLights&&Be.numLightProbeGrids>0){let Ft=T,yn=0;for(let qn of A.state.lightProbeGridArray)qn.texture!==null&&(Ft.textures[yn]=qn.texture,Ft.min[yn]=qn.boundingBox.min,Ft.max[yn]=qn.boundingBox.max,Ft.resolution[yn]=qn.resolution,yn++);for(let qn in Ft)Ft[qn].length=yn;on.probesSH.value=Ft.textures,on.probesMin.value=Ft.min,on.probesMax.value=Ft.max,on.probesResolution.value=Ft.resolution}Lo.upload(k,ks(Be),on,$e)}if(Z.isShaderMaterial&&Z.uniformsNeedUpdate===!0&&(Lo.upload(k,ks(Be),on,$e),Z.uniformsNeedUpdate=!1),Z.isSpriteMaterial&&mt.setValue(k,"center",K.center),mt.setValue(k,"modelViewMatrix",K.modelViewMatrix),mt.setValue(k,"normalMatrix",K.normalMatrix),mt.setValue(k,"modelMatrix",K.matrixWorld),Z.uniformsGroups!==void 0){let Ft=Z.uniformsGroups;for(let yn=0,qn=Ft.length;yn<qn;yn++){let xl=Ft[yn];Xe.update(xl,xn),Xe.bind(xl,xn)}}return xn}function Br(w,z){w.ambientLightColor.needsUpdate=z,w.lightProbe.needsUpdate=z,w.sunLights.needsUpdate=z,w.sunLightShadows.needsUpdate=z,w.directionalLights.needsUpdate=z,w.directionalLightShadows.needsUpdate=z,w.pointLights.needsUpdate=z,w.pointLightShadows.needsUpdate=z,w.spotLights.needsUpdate=z,w.spotLightShadows.needsUpdate=z,w.rectAreaLights.needsUpdate=z,w.hemisphereLights.needsUpdate=z}function zs(w){return w.isMeshLambertMaterial||w.isMeshToonMaterial||w.isMeshPhongMaterial||w.isMeshStandardMaterial||w.isShadowMaterial||w.isShaderMaterial&&w.lights===!0}this.getActiveCubeFace=function(){return J},this.getActiveMipmapLevel=function(){return W},this.getRenderTarget=function(){return ue},this.setRenderTargetTextures=function(w,z,ee){let Z=He.get(w);Z.__autoAllocateDepthBuffer=w.resolveDepthBuffer===!1,Z.__autoAllocateDepthBuffer===!1&&(Z.__useRenderToTexture=!1),He.get(w.texture).__webglTexture=z,He.get(w.depthTexture).__webglTexture=Z.__autoAllocateDepthBuffer?void 0:ee,Z.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(w,z){let ee=He.get(w);ee.__webglFramebuffer=z,ee.__useDefaultFramebuffer=z===void 0},this.setRenderTarget=function(w,z=0,ee=0){ue=w,J=z,W=ee;let Z=null,K=!1,Ae=!1;if(w){let Ce=He.get(w);if(Ce.__useDefaultFramebuffer!==void 0){Te.bindFramebuffer(k.FRAMEBUFFER,Ce.__webglFramebuffer),oe.copy(w.viewport),pe.copy(w.scissor),fe=w.scissorTest,Te.viewport(oe),Te.scissor(pe),Te.setScissorTest(fe),Q=-1;return}else if(Ce.__webglFramebuffer===void 0)$e.setupRenderTarget(w);else if(Ce.__hasExternalTextures)$e.rebindTextures(w,He.get(w.texture).__webglTexture,He.get(w.depthTexture).__webglTexture);else if(w.depthBuffer){let it=w.depthTexture;if(Ce.__boundDepthTexture!==it){if(it!==null&&He.has(it)&&(w.width!==it.image.width||w.height!==it.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");$e.setupDepthRenderbuffer(w)}}let De=w.texture;(De.isData3DTexture||De.isDataArrayTexture||De.isCompressedArrayTexture)&&(Ae=!0);let Ge=He.get(w).__webglFramebuffer;w.isWebGLCubeRenderTarget?(Array.isArray(Ge[z])?Z=Ge[z][ee]:Z=Ge[z],K=!0):w.samples>0&&$e.useMultisampledRTT(w)===!1?Z=He.get(w).__webglMultisampledFramebuffer:Array.isArray(Ge)?Z=Ge[ee]:Z=Ge,oe.copy(w.viewport),pe.copy(w.scissor),fe=w.scissorTest}else oe.copy(We).multiplyScalar(we).floor(),pe.copy(_t).multiplyScalar(we).floor(),fe=pt;if(ee!==0&&(Z=X),Te.bindFramebuffer(k.FRAMEBUFFER,Z)&&Te.drawBuffers(w,Z),Te.viewport(oe),Te.scissor(pe),Te.setScissorTest(fe),K){let Ce=He.get(w.texture);k.framebufferTexture2D(k.FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_CUBE_MAP_POSITIVE_X+z,Ce.__webglTexture,ee)}else if(Ae){let Ce=z;for(let De=0;De<w.textures.length;De++){let Ge=He.get(w.textures[De]);k.framebufferTextureLayer(k.FRAMEBUFFER,k.COLOR_ATTACHMENT0+De,Ge.__webglTexture,ee,Ce)}}else if(w!==null&&ee!==0){let Ce=He.get(w.texture);k.framebufferTexture2D(k.FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_2D,Ce.__webglTexture,ee)}Q=-1};function kr(w){let z=He.get(w);return(z.__readFormat!==w.format||z.__readType!==w.type)&&(z.__readFormat=w.format,z.__readType=w.type,z.__formatReadable=ht.textureFormatReadable(w.format),z.__typeReadable=ht.textureTypeReadable(w.type)),z}this.readRenderTargetPixels=function(w,z,ee,Z,K,Ae,Le,Ce=0){if(!(w&&w.isWebGLRenderTarget)){nt("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let De=He.get(w).__webglFramebuffer;if(w.isWebGLCubeRenderTarget&&Le!==void 0&&(De=De[Le],Array.isArray(De)&&(De=De[0])),De){Te.bindFramebuffer(k.FRAMEBUFFER,De);try{let Ge=w.textures[Ce],it=Ge.format,xt=Ge.type;w.textures.length>1&&k.readBuffer(k.COLOR_ATTACHMENT0+Ce);let Ve=kr(Ge);if(Ve.__formatReadable===!1){nt("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(Ve.__typeReadable===!1){nt("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}z>=0&&z<=w.width-Z&&ee>=0&&ee<=w.height-K&&k.readPixels(z,ee,Z,K,xe.convert(it),xe.convert(xt),Ae)}finally{let Ge=ue!==null?He.get(ue).__webglFramebuffer:null;Te.bindFramebuffer(k.FRAMEBUFFER,Ge)}}},this.readRenderTargetPixelsAsync=async function(w,z,ee,Z,K,Ae,Le,Ce=0){if(!(w&&w.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let De=He.get(w).__webglFramebuffer;if(w.isWebGLCubeRenderTarget&&Le!==void 0&&(De=De[Le],Array.isArray(De)&&(De=De[0])),De)if(z>=0&&z<=w.width-Z&&ee>=0&&ee<=w.height-K){Te.bindFramebuffer(k.FRAMEBUFFER,De);let Ge=w.textures[Ce],it=Ge.format,xt=Ge.type;w.textures.length>1&&k.readBuffer(k.COLOR_ATTACHMENT0+Ce);let Ve=kr(Ge);if(Ve.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(Ve.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let yt=k.createBuffer();k.bindBuffer(k.PIXEL_PACK_BUFFER,yt),k.bufferData(k.PIXEL_PACK_BUFFER,Ae.byteLength,k.STREAM_READ),k.readPixels(z,ee,Z,K,xe.convert(it),xe.convert(xt),0),k.bindBuffer(k.PIXEL_PACK_BUFFER,null);let nn=ue!==null?He.get(ue).__webglFramebuffer:null;Te.bindFramebuffer(k.FRAMEBUFFER,nn);let Ut=k.fenceSync(k.SYNC_GPU_COMMANDS_COMPLETE,0);return k.flush(),await Vg(k,Ut,4),k.bindBuffer(k.PIXEL_PACK_BUFFER,yt),k.getBufferSubData(k.PIXEL_PACK_BUFFER,0,Ae),k.bindBuffer(k.PIXEL_PACK_BUFFER,null),k.deleteBuffer(yt),k.deleteSync(Ut),Ae}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(w,z=null,ee=0){let Z=Math.pow(2,-ee),K=Math.floor(w.image.width*Z),Ae=Math.floor(w.image.height*Z),Le=z!==null?z.x:0,Ce=z!==null?z.y:0;$e.setTexture2D(w,0),k.copyTexSubImage2D(k.TEXTURE_2D,ee,0,0,Le,Ce,K,Ae),Te.unbindTexture()},this.copyTextureToTexture=function(w,z,ee=null,Z=null,K=0,Ae=0){let Le,Ce,De,Ge,it,xt,Ve,yt,nn,Ut=w.isCompressedTexture?w.mipmaps[Ae]:w.image;if(ee!==null)Le=ee.max.x-ee.min.x,Ce=ee.max.y-ee.min.y,De=ee.isBox3?ee.max.z-ee.min.z:1,Ge=ee.min.x,it=ee.min.y,xt=ee.isBox3?ee.min.z:0;else{let mt=Math.pow(2,-K);Le=Math.floor(Ut.width*mt),Ce=Math.floor(Ut.height*mt),w.isDataArrayTexture?De=Ut.depth:w.isData3DTexture?De=Math.floor(Ut.depth*mt):De=1,Ge=0,it=0,xt=0}Z!==null?(Ve=Z.x,yt=Z.y,nn=Z.z):(Ve=0,yt=0,nn=0);let Ot=xe.convert(z.format),Tn=xe.convert(z.type),Be;z.isData3DTexture?($e.setTexture3D(z,0),Be=k.TEXTURE_3D):z.isDataArrayTexture||z.isCompressedArrayTexture?($e.setTexture2DArray(z,0),Be=k.TEXTURE_2D_ARRAY):($e.setTexture2D(z,0),Be=k.TEXTURE_2D),Te.activeTexture(k.TEXTURE0),Te.pixelStorei(k.UNPACK_FLIP_Y_WEBGL,z.flipY),Te.pixelStorei(k.UNPACK_PREMULTIPLY_ALPHA_WEBGL,z.premultiplyAlpha),Te.pixelStorei(k.UNPACK_ALIGNMENT,z.unpackAlignment);let _n=Te.getParameter(k.UNPACK_ROW_LENGTH),wt=Te.getParameter(k.UNPACK_IMAGE_HEIGHT),gs=Te.getParameter(k.UNPACK_SKIP_PIXELS),xn=Te.getParameter(k.UNPACK_SKIP_ROWS),zr=Te.getParameter(k.UNPACK_SKIP_IMAGES);Te.pixelStorei(k.UNPACK_ROW_LENGTH,Ut.width),Te.pixelStorei(k.UNPACK_IMAGE_HEIGHT,Ut.height),Te.pixelStorei(k.UNPACK_SKIP_PIXELS,Ge),Te.pixelStorei(k.UNPACK_SKIP_ROWS,it),Te.pixelStorei(k.UNPACK_SKIP_IMAGES,xt);let Qi=w.isDataArrayTexture||w.isData3DTexture,_s=z.isDataArrayTexture||z.isData3DTexture;if(w.isDepthTexture){let mt=He.get(w),on=He.get(z),Qn=He.get(mt.__renderTarget),Ft=He.get(on.__renderTarget);Te.bindFramebuffer(k.READ_FRAMEBUFFER,Qn.__webglFramebuffer),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,Ft.__webglFramebuffer);for(let yn=0;yn<De;yn++)Qi&&(k.framebufferTextureLayer(k.READ_FRAMEBUFFER,k.COLOR_ATTACHMENT0,He.get(w).__webglTexture,K,xt+yn),k.framebufferTextureLayer(k.DRAW_FRAMEBUFFER,k.COLOR_ATTACHMENT0,He.get(z).__webglTexture,Ae,nn+yn)),k.blitFramebuffer(Ge,it,Ge+Le,it+Ce,Ve,yt,Ve+Le,yt+Ce,k.DEPTH_BUFFER_BIT,k.NEAREST);Te.bindFramebuffer(k.READ_FRAMEBUFFER,null),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,null)}else if(K!==0||w.isRenderTargetTexture||He.has(w)){let mt=He.get(w),on=He.get(z);Te.bindFramebuffer(k.READ_FRAMEBUFFER,U),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,q);for(let Qn=0;Qn<De;Qn++)Qi?k.framebufferTextureLayer(k.READ_FRAMEBUFFER,k.COLOR_ATTACHMENT0,mt.__webglTexture,K,xt+Qn):k.framebufferTexture2D(k.READ_FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_2D,mt.__webglTexture,K),_s?k.framebufferTextureLayer(k.DRAW_FRAMEBUFFER,k.COLOR_ATTACHMENT0,on.__webglTexture,Ae,nn+Qn):k.framebufferTexture2D(k.DRAW_FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_2D,on.__webglTexture,Ae),K!==0?k.blitFramebuffer(Ge,it,Ge+Le,it+Ce,Ve,yt,Ve+Le,yt+Ce,k.COLOR_BUFFER_BIT,k.NEAREST):_s?k.copyTexSubImage3D(Be,Ae,Ve,yt,nn+Qn,Ge,it,Le,Ce):k.copyTexSubImage2D(Be,Ae,Ve,yt,Ge,it,Le,Ce);Te.bindFramebuffer(k.READ_FRAMEBUFFER,null),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,null)}else _s?w.isDataTexture||w.isData3DTexture?k.texSubImage3D(Be,Ae,Ve,yt,nn,Le,Ce,De,Ot,Tn,Ut.data):z.isCompressedArrayTexture?k.compressedTexSubImage3D(Be,Ae,Ve,yt,nn,Le,Ce,De,Ot,Ut.data):k.texSubImage3D(Be,Ae,Ve,yt,nn,Le,Ce,De,Ot,Tn,Ut):w.isDataTexture?k.texSubImage2D(k.TEXTURE_2D,Ae,Ve,yt,Le,Ce,Ot,Tn,Ut.data):w.isCompressedTexture?k.compressedTexSubImage2D(k.TEXTURE_2D,Ae,Ve,yt,Ut.width,Ut.height,Ot,Ut.data):k.texSubImage2D(k.TEXTURE_2D,Ae,Ve,yt,Le,Ce,Ot,Tn,Ut);Te.pixelStorei(k.UNPACK_ROW_LENGTH,_n),Te.pixelStorei(k.UNPACK_IMAGE_HEIGHT,wt),Te.pixelStorei(k.UNPACK_SKIP_PIXELS,gs),Te.pixelStorei(k.UNPACK_SKIP_ROWS,xn),Te.pixelStorei(k.UNPACK_SKIP_IMAGES,zr),Ae===0&&z.generateMipmaps===!0&&z.mipmapsAutoUpdate===!0&&k.generateMipmap(Be),Te.unbindTexture()},this.initRenderTarget=function(w){He.get(w).__webglFramebuffer===void 0&&$e.setupRenderTarget(w)},this.initTexture=function(w){w.isCubeTexture?$e.setTextureCube(w,0):w.isData3DTexture?$e.setTexture3D(w,0):w.isDataArrayTexture||w.isCompressedArrayTexture?$e.setTexture2DArray(w,0):$e.setTexture2D(w,0),Te.unbindTexture()},this.resetState=function(){J=0,W=0,ue=null,Te.reset(),Me.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return Li}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=Tt._getDrawingBufferColorSpace(e),t.unpackColorSpace=Tt._getUnpackColorSpace()}};var A0={type:"change"},mf={type:"start"},R0={type:"end"},Yh=new nr,C0=new xi,$T=Math.cos(70*jd.DEG2RAD),Pn=new $,hi=2*Math.PI,It={NONE:-1,ROTATE:0,DOLLY:1,PAN:2,TOUCH_ROTATE:3,TOUCH_PAN:4,TOUCH_DOLLY_PAN:5,TOUCH_DOLLY_ROTATE:6},pf=1e-6,$h=class extends qa{constructor(e,t=null){super(e,t),this.state=It.NONE,this.target=new $,this.cursor=new $,this.minDistance=0,this.maxDistance=1/0,this.minZoom=0,this.maxZoom=1/0,this.minTargetRadius=0,this.maxTargetRadius=1/0,this.minPolarAngle=0,this.maxPolarAngle=Math.PI,this.minAzimuthAngle=-1/0,this.maxAzimuthAngle=1/0,this.enableDamping=!1,this.dampingFactor=.05,this.enableZoom=!0,this.zoomSpeed=1,this.enableRotate=!0,this.rotateSpeed=1,this.keyRotateSpeed=1,this.enablePan=!0,this.panSpeed=1,this.screenSpacePanning=!0,this.keyPanSpeed=7,this.zoomToCursor=!1,this.autoRotate=!1,this.autoRotateSpeed=2,this.keys={LEFT:"ArrowLeft",UP:"ArrowUp",RIGHT:"ArrowRight",BOTTOM:"ArrowDown"},this.mouseButtons={LEFT:ar.ROTATE,MIDDLE:ar.DOLLY,RIGHT:ar.PAN},this.touches={ONE:lr.ROTATE,TWO:lr.DOLLY_PAN},this.target0=this.target.clone(),this.position0=this.object.position.clone(),this.zoom0=this.object.zoom,this._cursorStyle="auto",this._domElementKeyEvents=null,this._lastPosition=new $,this._lastQuaternion=new vi,this._lastTargetPosition=new $,this._quat=new vi().setFromUnitVectors(e.up,new $(0,1,0)),this._quatInverse=this._quat.clone().invert(),this._spherical=new Eo,this._sphericalDelta=new Eo,this._scale=1,this._panOffset=new $,this._rotateStart=new je,this._rotateEnd=new je,this._rotateDelta=new je,this._panStart=new je,this._panEnd=new je,this._panDelta=new je,this._dollyStart=new je,this._dollyEnd=new je,this._dollyDelta=new je,this._dollyDirection=new $,this._mouse=new je,this._performCursorZoom=!1,this._pointers=[],this._pointerPositions={},this._controlActive=!1,this._onPointerMove=JT.bind(this),this._onPointerDown=ZT.bind(this),this._onPointerUp=KT.bind(this),this._onContextMenu=s1.bind(this),this._onMouseWheel=e1.bind(this),this._onKeyDown=t1.bind(this),this._onTouchStart=n1.bind(this),this._onTouchMove=i1.bind(this),this._onMouseDown=jT.bind(this),this._onMouseMove=QT.bind(this),this._interceptControlDown=r1.bind(this),this._interceptControlUp=o1.bind(this),this.domElement!==null&&this.connect(this.domElement),this.update()}set cursorStyle(e){this._cursorStyle=e,e==="grab"?this.domElement.style.cursor="grab":this.domElement.style.cursor="auto"}get cursorStyle(){return this._cursorStyle}connect(e){super.connect(e),this.domElement.addEventListener("pointerdown",this._onPointerDown),this.domElement.addEventListener("pointercancel",this._onPointerUp),this.domElement.addEventListener("contextmenu",this._onContextMenu),this.domElement.addEventListener("wheel",this._onMouseWheel,{passive:!1}),this.domElement.ownerDocument.addEventListener("keydown",this._interceptControlDown,{passive:!0,capture:!0}),this.domElement.style.touchAction="none"}disconnect(){this.state=It.NONE,this.domElement.removeEventListener("pointerdown",this._onPointerDown),this.domElement.ownerDocument.removeEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.removeEventListener("pointerup",this._onPointerUp),this.domElement.removeEventListener("pointercancel",this._onPointerUp),this.domElement.removeEventListener("wheel",this._onMouseWheel),this.domElement.removeEventListener("contextmenu",this._onContextMenu),this.stopListenToKeyEvents(),this.domElement.ownerDocument.removeEventListener("keydown",this._interceptControlDown,{capture:!0}),this.domElement.ownerDocument.removeEventListener("keyup",this._interceptControlUp,{capture:!0}),this._controlActive=!1,this._pointers.length=0,this._pointerPositions={},this.domElement.style.touchAction="",this.domElement.style.cursor="auto"}dispose(){this.disconnect()}getPolarAngle(){return this._spherical.phi}getAzimuthalAngle(){return this._spherical.theta}getDistance(){return this.object.position.distanceTo(this.target)}listenToKeyEvents(e){e.addEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=e}stopListenToKeyEvents(){this._domElementKeyEvents!==null&&(this._domElementKeyEvents.removeEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=null)}saveState(){this.target0.copy(this.target),this.position0.copy(this.object.position),this.zoom0=this.object.zoom}reset(){this.target.copy(this.target0),this.object.position.copy(this.position0),this.object.zoom=this.zoom0,this.object.updateProjectionMatrix(),this.dispatchEvent(A0),this.update(),this.state=It.NONE}pan(e,t){this._pan(e,t),this.update()}dollyIn(e){this._dollyIn(e),this.update()}dollyOut(e){this._dollyOut(e),this.update()}rotateLeft(e){this._rotateLeft(e),this.update()}rotateUp(e){this._rotateUp(e),this.update()}update(e=null){let t=this.object.position;Pn.copy(t).sub(this.target),Pn.applyQuaternion(this._quat),this._spherical.setFromVector3(Pn),this.autoRotate&&this.state===It.NONE&&this._rotateLeft(this._getAutoRotationAngle(e)),this.enableDamping?(this._spherical.theta+=this._sphericalDelta.theta*this.dampingFactor,this._spherical.phi+=this._sphericalDelta.phi*this.dampingFactor):(this._spherical.theta+=this._sphericalDelta.theta,this._spherical.phi+=this._sphericalDelta.phi);let i=this.minAzimuthAngle,s=this.maxAzimuthAngle;isFinite(i)&&isFinite(s)&&(i<-Math.PI?i+=hi:i>Math.PI&&(i-=hi),s<-Math.PI?s+=hi:s>Math.PI&&(s-=hi),i<=s?this._spherical.theta=Math.max(i,Math.min(s,this._spherical.theta)):this._spherical.theta=this._spherical.theta>(i+s)/2?Math.max(i,this._spherical.theta):Math.min(s,this._spherical.theta)),this._spherical.phi=Math.max(this.minPolarAngle,Math.min(this.maxPolarAngle,this._spherical.phi)),this._spherical.makeSafe(),this.enableDamping===!0?this.target.addScaledVector(this._panOffset,this.dampingFactor):this.target.add(this._panOffset),this.target.sub(this.cursor),this.target.clampLength(this.minTargetRadius,this.maxTargetRadius),this.target.add(this.cursor);let r=!1;if(this.zoomToCursor&&this._performCursorZoom||this.object.isOrthographicCamera)this._spherical.radius=this._clampDistance(this._spherical.radius);else{let o=this._spherical.radius;this._spherical.radius=this._clampDistance(this._spherical.radius*this._scale),r=o!=this._spherical.radius}if(Pn.setFromSpherical(this._spherical),Pn.applyQuaternion(this._quatInverse),t.copy(this.target).add(Pn),this.object.lookAt(this.target),this.enableDamping===!0?(this._sphericalDelta.theta*=1-this.dampingFactor,this._sphericalDelta.phi*=1-this.dampingFactor,this._panOffset.multiplyScalar(1-this.dampingFactor)):(this._sphericalDelta.set(0,0,0),this._panOffset.set(0,0,0)),this.zoomToCursor&&this._performCursorZoom){let o=null;if(this.object.isPerspectiveCamera){let a=Pn.length();o=this._clampDistance(a*this._scale);let l=a-o;this.object.position.addScaledVector(this._dollyDirection,l),this.object.updateMatrixWorld(),r=!!l}else if(this.object.isOrthographicCamera){let a=new $(this._mouse.x,this._mouse.y,0);a.unproject(this.object);let l=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),this.object.updateProjectionMatrix(),r=l!==this.object.zoom;let c=new $(this._mouse.x,this._mouse.y,0);c.unproject(this.object),this.object.position.sub(c).add(a),this.object.updateMatrixWorld(),o=Pn.length()}else console.warn("WARNING: OrbitControls.js encountered an unknown camera type - zoom to cursor disabled."),this.zoomToCursor=!1;o!==null&&(this.screenSpacePanning?this.target.set(0,0,-1).transformDirection(this.object.matrix).multiplyScalar(o).add(this.object.position):(Yh.origin.copy(this.object.position),Yh.direction.set(0,0,-1).transformDirection(this.object.matrix),Math.abs(this.object.up.dot(Yh.direction))<$T?this.object.lookAt(this.target):(C0.setFromNormalAndCoplanarPoint(this.object.up,this.target),Yh.intersectPlane(C0,this.target))))}else if(this.object.isOrthographicCamera){let o=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),o!==this.object.zoom&&(this.object.updateProjectionMatrix(),r=!0)}return this._scale=1,this._performCursorZoom=!1,r||this._lastPosition.distanceToSquared(this.object.position)>pf||8*(1-this._lastQuaternion.dot(this.object.quaternion))>pf||this._lastTargetPosition.distanceToSquared(this.target)>pf?(this.dispatchEvent(A0),this._lastPosition.copy(this.object.position),this._lastQuaternion.copy(this.object.quaternion),this._lastTargetPosition.copy(this.target),!0):!1}_getAutoRotationAngle(e){return e!==null?hi/60*this.autoRotateSpeed*e:hi/60/60*this.autoRotateSpeed}_getZoomScale(e){let t=Math.abs(e*.01);return Math.pow(.95,this.zoomSpeed*t)}_rotateLeft(e){this._sphericalDelta.theta-=e}_rotateUp(e){this._sphericalDelta.phi-=e}_panLeft(e,t){Pn.setFromMatrixColumn(t,0),Pn.multiplyScalar(-e),this._panOffset.add(Pn)}_panUp(e,t){this.screenSpacePanning===!0?Pn.setFromMatrixColumn(t,1):(Pn.setFromMatrixColumn(t,0),Pn.crossVectors(this.object.up,Pn)),Pn.multiplyScalar(e),this._panOffset.add(Pn)}_pan(e,t){let i=this.domElement;if(this.object.isPerspectiveCamera){let s=this.object.position;Pn.copy(s).sub(this.target);let r=Pn.length();r*=Math.tan(this.object.fov/2*Math.PI/180),this._panLeft(2*e*r/i.clientHeight,this.object.matrix),this._panUp(2*t*r/i.clientHeight,this.object.matrix)}else this.object.isOrthographicCamera?(this._panLeft(e*(this.object.right-this.object.left)/this.object.zoom/i.clientWidth,this.object.matrix),this._panUp(t*(this.object.top-this.object.bottom)/this.object.zoom/i.clientHeight,this.object.matrix)):(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - pan disabled."),this.enablePan=!1)}_dollyOut(e){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale/=e:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_dollyIn(e){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale*=e:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_updateZoomParameters(e,t){if(!this.zoomToCursor)return;this._performCursorZoom=!0;let i=this.domElement.getBoundingClientRect(),s=e-i.left,r=t-i.top,o=i.width,a=i.height;this._mouse.x=s/o*2-1,this._mouse.y=-(r/a)*2+1,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()}_clampDistance(e){return Math.max(this.minDistance,Math.min(this.maxDistance,e))}_handleMouseDownRotate(e){this._rotateStart.set(e.clientX,e.clientY)}_handleMouseDownDolly(e){this._updateZoomParameters(e.clientX,e.clientY),this._dollyStart.set(e.clientX,e.clientY)}_handleMouseDownPan(e){this._panStart.set(e.clientX,e.clientY)}_handleMouseMoveRotate(e){this._rotateEnd.set(e.clientX,e.clientY),this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let t=this.domElement;this._rotateLeft(hi*this._rotateDelta.x/t.clientHeight),this._rotateUp(hi*this._rotateDelta.y/t.clientHeight),this._rotateStart.copy(this._rotateEnd),this.update()}_handleMouseMoveDolly(e){this._dollyEnd.set(e.clientX,e.clientY),this._dollyDelta.subVectors(this._dollyEnd,this._dollyStart),this._dollyDelta.y>0?this._dollyOut(this._getZoomScale(this._dollyDelta.y)):this._dollyDelta.y<0&&this._dollyIn(this._getZoomScale(this._dollyDelta.y)),this._dollyStart.copy(this._dollyEnd),this.zoomToCursor&&(this._performCursorZoom=!0,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()),this.update()}_handleMouseMovePan(e){this._panEnd.set(e.clientX,e.clientY),this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd),this.update()}_handleMouseWheel(e){this._updateZoomParameters(e.clientX,e.clientY),e.deltaY<0?this._dollyIn(this._getZoomScale(e.deltaY)):e.deltaY>0&&this._dollyOut(this._getZoomScale(e.deltaY)),this.update()}_handleKeyDown(e){let t=!1;switch(e.code){case this.keys.UP:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateUp(hi*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,this.keyPanSpeed),t=!0;break;case this.keys.BOTTOM:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateUp(-hi*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,-this.keyPanSpeed),t=!0;break;case this.keys.LEFT:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateLeft(hi*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(this.keyPanSpeed,0),t=!0;break;case this.keys.RIGHT:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateLeft(-hi*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(-this.keyPanSpeed,0),t=!0;break}t&&(e.preventDefault(),this.update())}_handleTouchStartRotate(e){if(this._pointers.length===1)this._rotateStart.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),i=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._rotateStart.set(i,s)}}_handleTouchStartPan(e){if(this._pointers.length===1)this._panStart.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),i=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._panStart.set(i,s)}}_handleTouchStartDolly(e){let t=this._getSecondPointerPosition(e),i=e.pageX-t.x,s=e.pageY-t.y,r=Math.sqrt(i*i+s*s);this._dollyStart.set(0,r)}_handleTouchStartDollyPan(e){this.enableZoom&&this._handleTouchStartDolly(e),this.enablePan&&this._handleTouchStartPan(e)}_handleTouchStartDollyRotate(e){this.enableZoom&&this._handleTouchStartDolly(e),this.enableRotate&&this._handleTouchStartRotate(e)}_handleTouchMoveRotate(e){if(this._pointers.length==1)this._rotateEnd.set(e.pageX,e.pageY);else{let i=this._getSecondPointerPosition(e),s=.5*(e.pageX+i.x),r=.5*(e.pageY+i.y);this._rotateEnd.set(s,r)}this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let t=this.domElement;this._rotateLeft(hi*this._rotateDelta.x/t.clientHeight),this._rotateUp(hi*this._rotateDelta.y/t.clientHeight),this._rotateStart.copy(this._rotateEnd)}_handleTouchMovePan(e){if(this._pointers.length===1)this._panEnd.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),i=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._panEnd.set(i,s)}this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd)}_handleTouchMoveDolly(e){let t=this._getSecondPointerPosition(e),i=e.pageX-t.x,s=e.pageY-t.y,r=Math.sqrt(i*i+s*s);this._dollyEnd.set(0,r),this._dollyDelta.set(0,Math.pow(this._dollyEnd.y/this._dollyStart.y,this.zoomSpeed)),this._dollyOut(this._dollyDelta.y),this._dollyStart.copy(this._dollyEnd);let o=(e.pageX+t.x)*.5,a=(e.pageY+t.y)*.5;this._updateZoomParameters(o,a)}_handleTouchMoveDollyPan(e){this.enableZoom&&this._handleTouchMoveDolly(e),this.enablePan&&this._handleTouchMovePan(e)}_handleTouchMoveDollyRotate(e){this.enableZoom&&this._handleTouchMoveDolly(e),this.enableRotate&&this._handleTouchMoveRotate(e)}_addPointer(e){this._pointers.push(e.pointerId)}_removePointer(e){delete this._pointerPositions[e.pointerId];for(let t=0;t<this._pointers.length;t++)if(this._pointers[t]==e.pointerId){this._pointers.splice(t,1);return}}_isTrackingPointer(e){for(let t=0;t<this._pointers.length;t++)if(this._pointers[t]==e.pointerId)return!0;return!1}_trackPointer(e){let t=this._pointerPositions[e.pointerId];t===void 0&&(t=new je,this._pointerPositions[e.pointerId]=t),t.set(e.pageX,e.pageY)}_getSecondPointerPosition(e){let t=e.pointerId===this._pointers[0]?this._pointers[1]:this._pointers[0];return this._pointerPositions[t]}_customWheelEvent(e){let t=e.deltaMode,i={clientX:e.clientX,clientY:e.clientY,deltaY:e.deltaY};switch(t){case 1:i.deltaY*=16;break;case 2:i.deltaY*=100;break}return e.ctrlKey&&!this._controlActive&&(i.deltaY*=10),i}};function ZT(n){this.enabled!==!1&&(this._pointers.length===0&&(this.domElement.setPointerCapture(n.pointerId),this.domElement.ownerDocument.addEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.addEventListener("pointerup",this._onPointerUp)),!this._isTrackingPointer(n)&&(this._addPointer(n),n.pointerType==="touch"?this._onTouchStart(n):this._onMouseDown(n),this._cursorStyle==="grab"&&(this.domElement.style.cursor="grabbing")))}function JT(n){this.enabled!==!1&&(n.pointerType==="touch"?this._onTouchMove(n):this._onMouseMove(n))}function KT(n){switch(this._removePointer(n),this._pointers.length){case 0:this.domElement.releasePointerCapture(n.pointerId),this.domElement.ownerDocument.removeEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.removeEventListener("pointerup",this._onPointerUp),this.dispatchEvent(R0),this.state=It.NONE,this._cursorStyle==="grab"&&(this.domElement.style.cursor="grab");break;case 1:let e=this._pointers[0],t=this._pointerPositions[e];this._onTouchStart({pointerId:e,pageX:t.x,pageY:t.y});break}}function jT(n){let e;switch(n.button){case 0:e=this.mouseButtons.LEFT;break;case 1:e=this.mouseButtons.MIDDLE;break;case 2:e=this.mouseButtons.RIGHT;break;default:e=-1}switch(e){case ar.DOLLY:if(this.enableZoom===!1)return;this._handleMouseDownDolly(n),this.state=It.DOLLY;break;case ar.ROTATE:if(n.ctrlKey||n.metaKey||n.shiftKey){if(this.enablePan===!1)return;this._handleMouseDownPan(n),this.state=It.PAN}else{if(this.enableRotate===!1)return;this._handleMouseDownRotate(n),this.state=It.ROTATE}break;case ar.PAN:if(n.ctrlKey||n.metaKey||n.shiftKey){if(this.enableRotate===!1)return;this._handleMouseDownRotate(n),this.state=It.ROTATE}else{if(this.enablePan===!1)return;this._handleMouseDownPan(n),this.state=It.PAN}break;default:this.state=It.NONE}this.state!==It.NONE&&this.dispatchEvent(mf)}function QT(n){switch(this.state){case It.ROTATE:if(this.enableRotate===!1)return;this._handleMouseMoveRotate(n);break;case It.DOLLY:if(this.enableZoom===!1)return;this._handleMouseMoveDolly(n);break;case It.PAN:if(this.enablePan===!1)return;this._handleMouseMovePan(n);break}}function e1(n){this.enabled===!1||this.enableZoom===!1||this.state!==It.NONE||(n.preventDefault(),this.dispatchEvent(mf),this._handleMouseWheel(this._customWheelEvent(n)),this.dispatchEvent(R0))}function t1(n){this.enabled!==!1&&this._handleKeyDown(n)}function n1(n){switch(this._trackPointer(n),this._pointers.length){case 1:switch(this.touches.ONE){case lr.ROTATE:if(this.enableRotate===!1){this.state=It.NONE;break}this._handleTouchStartRotate(n),this.state=It.TOUCH_ROTATE;break;case lr.PAN:if(this.enablePan===!1){this.state=It.NONE;break}this._handleTouchStartPan(n),this.state=It.TOUCH_PAN;break;default:this.state=It.NONE}break;case 2:switch(this.touches.TWO){case lr.DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchStartDollyPan(n),this.state=It.TOUCH_DOLLY_PAN;break;case lr.DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchStartDollyRotate(n),this.state=It.TOUCH_DOLLY_ROTATE;break;default:this.state=It.NONE}break;default:this.state=It.NONE}this.state!==It.NONE&&this.dispatchEvent(mf)}function i1(n){switch(this._trackPointer(n),this.state){case It.TOUCH_ROTATE:if(this.enableRotate===!1)return;this._handleTouchMoveRotate(n),this.update();break;case It.TOUCH_PAN:if(this.enablePan===!1)return;this._handleTouchMovePan(n),this.update();break;case It.TOUCH_DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchMoveDollyPan(n),this.update();break;case It.TOUCH_DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchMoveDollyRotate(n),this.update();break;default:this.state=It.NONE}}function s1(n){this.enabled!==!1&&n.preventDefault()}function r1(n){n.key==="Control"&&(this._controlActive=!0,this.domElement.ownerDocument.addEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}function o1(n){n.key==="Control"&&(this._controlActive=!1,this.domElement.ownerDocument.removeEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}var a1=.7,l1=1.1,c1=4,h1=70,u1=8,d1=250,f1=new Oa(1,1,1,10),p1=new $(0,1,0),m1=[.45,-.8,.4],Zh=class{constructor(){this.name="space",this.node=R("section",{class:"pane space",tabindex:0,"data-pane":"space",role:"group","aria-label":C("pane.space.label")}),this.node.append(R("div",{class:"pane-title",text:C("pane.space")})),this.node.addEventListener("focus",()=>{y.display.active="space",Ne("layout")}),this.draw=cn(()=>this.drawNow());let e=document.createElement("canvas"),t=e.getContext("webgl2",{antialias:!0});if(t)this.renderer=new Wh({canvas:e,context:t});else{this.node.append(R("p",{class:"empty",role:"note",text:C("pane.space.none")}));return}this.build()}build(){this.node.prepend(this.renderer.domElement),this.renderer.setClearColor(724498),this.renderer.domElement.setAttribute("aria-hidden","true"),this.renderer.domElement.addEventListener("webglcontextrestored",()=>this.draw()),this.scene=new Ra,this.camera=new ii(30,1,1,5e3),this.camera.up.set(0,0,1),this.light=new Ga(16777215,2.2),this.scene.add(this.light,new Ha(16777215,1.1)),this.surfaces=new as,this.implant=new as,this.cross=new Xa(12),this.cross.setColors(16777215,16777215,16777215),this.scene.add(this.surfaces,this.implant,this.cross),this.controls=new $h(this.camera,this.renderer.domElement),this.controls.addEventListener("change",()=>this.draw()),this.letters=["L","R","P","A","S","I"].map(e=>R("span",{class:"letter free",text:e})),this.node.append(...this.letters),new ResizeObserver(()=>this.resize()).observe(this.node),this.rods=new Map,this.slow=!0,vt("plan selection",()=>this.drawImplant()),vt("preview",()=>this.follow(()=>this.drawImplant())),vt("cursor",()=>this.follow(()=>this.draw())),vt("display",()=>this.showSurfaces()),this.listenToClicks(),this.drawImplant(),this.reset()}resize(){let{clientWidth:e,clientHeight:t}=this.node;!this.renderer||!e||!t||(this.renderer.setPixelRatio(window.devicePixelRatio||1),this.renderer.setSize(e,t,!1),this.camera.aspect=e/t,this.camera.updateProjectionMatrix(),this.draw())}setSurfaces(e,t){if(this.renderer){for(let i of t){let s=e[i.key];if(!s)continue;let r=new bi;r.setAttribute("position",new yi(new Float32Array(P0(s.points)),3)),r.setIndex(new yi(new Uint32Array(P0(s.triangles)),1)),r.computeVertexNormals();let o=i.kind==="target";r.computeBoundingSphere();let a=r.boundingSphere.radius>h1,l=new wo({color:i.colour,transparent:!0,opacity:o?.5:i.kind==="body"||a?.06:.22,depthWrite:!1,side:Di}),c=new Mi(r,l);c.userData={name:i.name},c.renderOrder=o?1:2,this.surfaces.add(c)}this.showSurfaces(),this.measure()}}showSurfaces(){for(let e of this.surfaces.children)e.visible=y.display.contours&&!y.display.hidden.has(e.userData.name);this.draw()}follow(e){clearTimeout(this.waiting),this.slow?this.waiting=setTimeout(e,d1):e()}measure(){let e=this.renderer.getContext(),t=new Uint8Array(4),i=performance.now();this.drawNow(),e.readPixels(0,0,1,1,e.RGBA,e.UNSIGNED_BYTE,t),this.slow=performance.now()-i>u1}drawImplant(){if(!this.renderer)return;let e=Vt(),t=new Set;for(let s of e?.needles??[]){let r=s.id===y.selection.needle,o=r?16777215:s.rules.length?16747100:10465472;t.add(this.rod(`needle${s.id}`,s.entry_mm,s.tip_mm,a1*(r?1.5:1),o,{needle:s.id}))}let i=(e?.seed_length_mm??4.5)/2;for(let s of e?.seeds??[]){let r=a=>s.position_mm.map((l,c)=>l+a*i*s.direction[c]),o=s.id===y.selection.seed?16777215:15113984;t.add(this.rod(`seed${s.id}`,r(-1),r(1),l1,o,{needle:s.needle,seed:s.id}))}for(let[s,r]of this.rods)t.has(s)||(this.implant.remove(r),r.material.dispose(),this.rods.delete(s));this.draw()}rod(e,t,i,s,r,o){let a=this.rods.get(e);a||(a=new Mi(f1,new wo),this.rods.set(e,a),this.implant.add(a));let[l,c]=[new $(...t),new $(...i)],h=c.clone().sub(l);return a.material.color.setHex(r),a.scale.set(s,h.length(),s),a.position.copy(l.add(c).multiplyScalar(.5)),a.quaternion.setFromUnitVectors(p1,h.normalize()),a.userData=o,e}reset(){if(!this.renderer)return;let e=new ls,t=y.plan;for(let r of t?.needles??[])e.expandByPoint(new $(...r.entry_mm)).expandByPoint(new $(...r.tip_mm));for(let r of y.contours)r.structure.kind==="target"&&e.expandByPoint(new $(...r.centre()));e.isEmpty()&&e.expandByPoint(new $(...y.cursor)).expandByScalar(120);let i=e.getBoundingSphere(new Is),s=Math.max(60,i.radius)*3.6;this.controls.target.copy(i.center),this.camera.position.copy(i.center).addScaledVector(new $(...m1).normalize(),s),this.controls.update(),this.letterAway=Math.max(60,i.radius)*.95,this.draw()}drawNow(){this.renderer&&(this.cross.position.set(...y.cursor),this.light.position.copy(this.camera.position),this.renderer.render(this.scene,this.camera),this.placeLetters(),this.node.classList.toggle("active",y.display.active==="space"))}placeLetters(){let{clientWidth:e,clientHeight:t}=this.node;this.letters.forEach((i,s)=>{let r=this.controls.target.clone();r.setComponent(s>>1,r.getComponent(s>>1)+(s&1?-1:1)*this.letterAway),r.project(this.camera);let o=Math.abs(r.x)<.96&&Math.abs(r.y)<.94&&r.z<1;i.style.visibility=o?"visible":"hidden",i.style.transform=`translate(${(r.x+1)/2*e-5}px, ${(1-r.y)/2*t-8}px)`})}listenToClicks(){let e=this.renderer.domElement,t=null;e.addEventListener("pointerdown",i=>t=[i.clientX,i.clientY]),e.addEventListener("pointerup",i=>{if(!t||Math.hypot(i.clientX-t[0],i.clientY-t[1])>c1)return;let s=e.getBoundingClientRect(),r=new je((i.clientX-s.left)/s.width*2-1,1-(i.clientY-s.top)/s.height*2),o=new Wa;o.setFromCamera(r,this.camera);let[a]=o.intersectObjects(this.implant.children);if(!a)return;let{needle:l,seed:c}=a.object.userData;kn(l,c??null),fn(a.point.toArray())})}};function P0(n){let e=atob(n),t=new Uint8Array(e.length);for(let i=0;i<e.length;i++)t[i]=e.charCodeAt(i);return t.buffer}var I0=15,g1=25,_1=250,L0=n=>{let e=Math.hypot(...n);return n.map(t=>t/e)},Jh=class{constructor(){this.name="needle",this.canvas=R("canvas",{"aria-hidden":"true"}),this.svg=ut("svg",{class:"overlay"}),this.title=R("div",{class:"pane-title"}),this.list=R("ol",{class:"crossed"}),this.empty=R("p",{class:"empty",text:C("pane.needle.none")}),this.bar=R("div",{class:"scale-bar"}),this.letters=["top","bottom"].map(e=>R("span",{class:`letter ${e}`})),this.node=R("section",{class:"pane needle-eye",tabindex:0,"data-pane":"needle",role:"group"},this.canvas,this.svg,this.title,this.list,this.empty,this.bar,this.letters),this.node.addEventListener("focus",()=>{y.display.active="needle",Ne("layout")}),this.around=null,this.image=document.createElement("canvas"),this.draw=cn(()=>this.drawNow()),vt("plan preview selection dose display window",()=>this.draw()),vt("plan selection",()=>this.ask()),new ResizeObserver(()=>this.resize()).observe(this.node),this.ask()}reset(){this.draw()}resize(){let e=window.devicePixelRatio||1;this.canvas.width=Math.round(this.node.clientWidth*e),this.canvas.height=Math.round(this.node.clientHeight*e),this.sized=(this.sized??0)+1,ft(this.svg,"viewBox",`0 0 ${this.node.clientWidth} ${this.node.clientHeight}`),this.draw()}ask(){clearTimeout(this.timer);let e=y.selection.needle;if(e===null||!y.plan||!bl(y.plan))return;let t=y.plan.revision;this.timer=setTimeout(async()=>{try{let i=await Sn(`/api/plane?needle=${e}`);if(y.selection.needle!==e||y.plan.revision!==t)return;this.around={id:e,revision:t,...i}}catch{this.around=null}this.draw()},_1)}drawNow(){let e=Vt(),t=e&&Hn(e,y.selection.needle);this.empty.hidden=!!t,this.node.classList.toggle("active",y.display.active==="needle");for(let i of[this.canvas,this.svg,this.bar,this.list,...this.letters])i.classList.toggle("gone",!t);Wn(this.title,t?C("pane.needle.of",{id:t.id,length:Ze(t.length_mm)}):C("pane.needle")),ft(this.node,"aria-label",this.title.textContent),!(!t||!y.ct||this.canvas.width<4)&&(this.look(t),this.drawImage(),this.drawOver(e,t),this.fillList(t))}look(e){let t=L0(e.tip_mm.map((d,u)=>d-e.entry_mm[u])),i=Math.abs(t[2])<.9?[0,0,1]:[1,0,0],s=t.reduce((d,u,f)=>d+u*i[f],0),r=L0(i.map((d,u)=>d-s*t[u])),{clientWidth:o,clientHeight:a}=this.node,l=o/(I0+e.length_mm+g1),c=e.entry_mm.map((d,u)=>d-I0*t[u]+a/2/l*r[u]);this.plane={along:t,down:r.map(d=>-d),scale:l,origin:c},this.letters[0].textContent=y.frame.letter(r),this.letters[1].textContent=y.frame.letter(r.map(d=>-d));let h=$l(l);Wn(this.bar,`${h} mm`),this.bar.style.width=`${h*l}px`}drawImage(){let{plane:e,canvas:t,image:i}=this,s=JSON.stringify([e.origin,e.along,e.scale,this.sized,y.display.window]);if(s===this.imageOf)return;this.lookUp(),this.imageOf=s;let r=t.getContext("2d");r.imageSmoothingQuality="medium",r.drawImage(i,0,0,t.width,t.height)}lookUp(){let{plane:e,image:t}=this,i=Math.min(420,this.node.clientWidth),s=Math.max(1,Math.round(i*this.node.clientHeight/this.node.clientWidth)),r=this.node.clientWidth/i/e.scale,o=y.ct.oblique(e.origin,e.along.map(a=>a*r),e.down.map(a=>a*r),i,s);t.width=i,t.height=s,t.getContext("2d").putImageData(o,0,0)}at(e){let{origin:t,along:i,down:s,scale:r}=this.plane,o=e.map((a,l)=>a-t[l]);return[i,s].map(a=>r*a.reduce((l,c,h)=>l+c*o[h],0))}drawOver(e,t){let i=[];y.display.contours&&this.around?.id===t.id&&!y.preview&&i.push(...this.outlines()),y.display.isodoses&&i.push(...this.isodoses(t));let[s,r]=[this.at(t.entry_mm),this.at(t.tip_mm)];i.push(ut("line",{class:"eye-needle",x1:s[0],y1:s[1],x2:r[0],y2:r[1]}));let o=0;for(let l of t.crossed){o=l.from_mm??o;let c=s[0]+o*this.plane.scale,h=l.mm*this.plane.scale;i.push(ut("rect",{class:`run ${l.class}`,x:c,y:s[1]+9,width:h,height:4},ut("title",{text:`${l.name} ${Ze(l.mm)} mm`}))),o+=l.mm}let a=(e.seed_length_mm??4.5)/2;for(let l of e.seeds.filter(c=>c.needle===t.id)){let c=[-a,a].map(d=>this.at(l.position_mm.map((u,f)=>u+d*l.direction[f]))),h={x1:c[0][0],y1:c[0][1],x2:c[1][0],y2:c[1][1]};i.push(ut("line",{class:l.id===y.selection.seed?"eye-seed chosen":"eye-seed",...h})),i.push(ut("text",{class:"eye-label",x:(c[0][0]+c[1][0])/2,y:c[0][1]-9,text:String(l.id)}))}this.svg.replaceChildren(...i)}outlines(){let{corner_mm:e,right:t,down:i,outlines:s}=this.around;return y.contours.filter(({structure:r})=>s[r.key]?.length&&!y.display.hidden.has(r.name)).map(({structure:r})=>{let o=s[r.key].map(a=>"M"+Array.from({length:a.length/2},(l,c)=>{let h=e.map((d,u)=>d+a[2*c]*t[u]+a[2*c+1]*i[u]);return this.at(h).map(d=>d.toFixed(1)).join(" ")}).join("L")).join("");return ut("path",{class:`contour ${r.kind}`,d:o,stroke:r.colour,"stroke-dasharray":ma(r.dash)})})}isodoses(e){let t=this.shownDose(e);if(!t)return[];let{values:i,columns:s,rows:r,step:o}=t,a=this.plane.scale*o;return y.display.levels.filter(l=>l.shown).map(l=>{let c=Gl(i,s,r,l.gy).map(h=>"M"+Array.from({length:h.length/2},(d,u)=>`${(h[2*u]*a).toFixed(1)} ${(h[2*u+1]*a).toFixed(1)}`).join("L")).join("");return ut("path",{class:"isodose",d:c,stroke:l.colour,"stroke-dasharray":ma(l.dash),"stroke-width":l.percent===100?2.2:1.3})})}shownDose(e){if(y.planes)return y.planes.needle?.id===e.id?y.planes.needle:null;if(!y.dose)return null;let{origin:t,right:i,down:s,columns:r,rows:o,step:a}=this.covered(e,.5);return{values:y.dose.onPlane(t,i,s,r,o),columns:r,rows:o,step:a}}covered(e,t){let{origin:i,along:s,down:r,scale:o}=this.plane,a=Math.max(.7,Math.min(...y.dose.spacing)*t),l=c=>Math.ceil(c/o/a)+1;return{id:e.id,origin:i,right:s.map(c=>c*a),down:r.map(c=>c*a),columns:l(this.node.clientWidth),rows:l(this.node.clientHeight),step:a}}dosePlane(){let e=Hn(Vt(),y.selection.needle);return!e||!y.dose||!y.display.isodoses?null:(this.look(e),this.covered(e,1))}fillList(e){let t=e.crossed.map(l=>R("li",{class:l.class,text:C("crossed",{name:l.name,mm:Ze(l.mm)})})),s=(this.around?.id===e.id?this.around.beside.filter(l=>l.mm>0).slice(0,4):[]).map(l=>R("li",{class:"near",text:C("near",{name:l.name,mm:Ze(l.mm)})})),o=[...e.rules.map(l=>R("li",{class:"rule",text:l})),...t,...s],a=o.map(l=>`${l.className} ${l.textContent}`).join("|");a!==this.listed&&(this.listed=a,this.list.replaceChildren(...o))}};var x1="uplot",y1="u-hz",v1="u-vt",S1="u-title",b1="u-wrap",M1="u-under",w1="u-over",T1="u-axis",Dr="u-off",E1="u-select",A1="u-cursor-x",C1="u-cursor-y",R1="u-cursor-pt",P1="u-legend",I1="u-live",L1="u-inline",D1="u-series",N1="u-marker",D0="u-label",U1="u-value",ol="width",al="height";var N0="bottom",No="left",gf="right",Df="#000",U0=Df+"0",_f="mousemove",O0="mousedown",xf="mouseup",F0="mouseenter",B0="mouseleave",k0="dblclick",O1="resize",F1="scroll",z0="change",tu="dppxchange",Nf="--",Vo=typeof window<"u",Mf=Vo?document:null,Oo=Vo?window:null,B1=Vo?navigator:null,Lt,Kh;function wf(){let n=devicePixelRatio;Lt!=n&&(Lt=n,Kh&&Ef(z0,Kh,wf),Kh=matchMedia(`(min-resolution: ${Lt-.001}dppx) and (max-resolution: ${Lt+.001}dppx)`),Nr(z0,Kh,wf),Oo.dispatchEvent(new CustomEvent(tu)))}function Ti(n,e){if(e!=null){let t=n.classList;!t.contains(e)&&t.add(e)}}function Tf(n,e){let t=n.classList;t.contains(e)&&t.remove(e)}function jt(n,e,t){n.style[e]=t+"px"}function $i(n,e,t,i){let s=Mf.createElement(n);return e!=null&&Ti(s,e),t?.insertBefore(s,i),s}function Ni(n,e){return $i("div",n,e)}var V0=new WeakMap;function fs(n,e,t,i,s){let r="translate("+e+"px,"+t+"px)",o=V0.get(n);r!=o&&(n.style.transform=r,V0.set(n,r),e<0||t<0||e>i||t>s?Ti(n,Dr):Tf(n,Dr))}var G0=new WeakMap;function H0(n,e,t){let i=e+t,s=G0.get(n);i!=s&&(G0.set(n,i),n.style.background=e,n.style.borderColor=t)}var W0=new WeakMap;function X0(n,e,t,i){let s=e+""+t,r=W0.get(n);s!=r&&(W0.set(n,s),n.style.height=t+"px",n.style.width=e+"px",n.style.marginLeft=i?-e/2+"px":0,n.style.marginTop=i?-t/2+"px":0)}var Uf={passive:!0},k1={...Uf,capture:!0};function Nr(n,e,t,i){e.addEventListener(n,t,i?k1:Uf)}function Ef(n,e,t,i){e.removeEventListener(n,t,Uf)}Vo&&wf();function Zi(n,e,t,i){let s;t=t||0,i=i||e.length-1;let r=i<=2147483647;for(;i-t>1;)s=r?t+i>>1:Ei((t+i)/2),e[s]<n?t=s:i=s;return n-e[t]<=e[i]-n?t:i}function y_(n){return(t,i,s)=>{let r=-1,o=-1;for(let a=i;a<=s;a++)if(n(t[a])){r=a;break}for(let a=s;a>=i;a--)if(n(t[a])){o=a;break}return[r,o]}}var v_=n=>n!=null,S_=n=>n!=null&&n>0,su=y_(v_),z1=y_(S_);function V1(n,e,t,i=0,s=!1){let r=s?z1:su,o=s?S_:v_;[e,t]=r(n,e,t);let a=n[e],l=n[e];if(e>-1)if(i==1)a=n[e],l=n[t];else if(i==-1)a=n[t],l=n[e];else for(let c=e;c<=t;c++){let h=n[c];o(h)&&(h<a?a=h:h>l&&(l=h))}return[a??Gt,l??-Gt]}function ru(n,e,t,i){let s=$0(n),r=$0(e);n==e&&(s==-1?(n*=t,e/=t):(n/=t,e*=t));let o=t==10?Fs:b_,a=s==1?Ei:Ui,l=r==1?Ui:Ei,c=a(o(Ln(n))),h=l(o(Ln(e))),d=Fo(t,c),u=Fo(t,h);return t==10&&(c<0&&(d=Ht(d,-c)),h<0&&(u=Ht(u,-h))),i||t==2?(n=d*s,e=u*r):(n=E_(n,d),e=ou(e,u)),[n,e]}function Of(n,e,t,i){let s=ru(n,e,t,i);return n==0&&(s[0]=0),e==0&&(s[1]=0),s}var Ff=.1,q0={mode:3,pad:Ff},cl={pad:0,soft:null,mode:0},G1={min:cl,max:cl};function nu(n,e,t,i){return au(t)?Y0(n,e,t):(cl.pad=t,cl.soft=i?0:null,cl.mode=i?3:0,Y0(n,e,G1))}function Rt(n,e){return n??e}function H1(n,e,t){for(e=Rt(e,0),t=Rt(t,n.length-1);e<=t;){if(n[e]!=null)return!0;e++}return!1}function Y0(n,e,t){let i=t.min,s=t.max,r=Rt(i.pad,0),o=Rt(s.pad,0),a=Rt(i.hard,-Gt),l=Rt(s.hard,Gt),c=Rt(i.soft,Gt),h=Rt(s.soft,-Gt),d=Rt(i.mode,0),u=Rt(s.mode,0),f=e-n,g=Fs(f),v=oi(Ln(n),Ln(e)),m=Fs(v),p=Ln(m-g);(f<1e-24||p>10)&&(f=0,(n==0||e==0)&&(f=1e-24,d==2&&c!=Gt&&(r=0),u==2&&h!=-Gt&&(o=0)));let S=f||v||1e3,P=Fs(S),T=Fo(10,Ei(P)),L=S*(f==0?n==0?.1:1:r),A=Ht(E_(n-L,T/10),24),x=n>=c&&(d==1||d==3&&A<=c||d==2&&A>=c)?c:Gt,E=oi(a,A<x&&n>=x?x:Ji(x,A)),V=S*(f==0?e==0?.1:1:o),F=Ht(ou(e+V,T/10),24),O=e<=h&&(u==1||u==3&&F>=h||u==2&&F<=h)?h:-Gt,G=Ji(l,F>O&&e<=O?O:oi(O,F));return E==G&&E==0&&(G=100),[E,G]}var W1=new Intl.NumberFormat(Vo?B1.language:"en-US"),Bf=n=>W1.format(n),Ai=Math,eu=Ai.PI,Ln=Ai.abs,Ei=Ai.floor,In=Ai.round,Ui=Ai.ceil,Ji=Ai.min,oi=Ai.max,Fo=Ai.pow,$0=Ai.sign,Fs=Ai.log10,b_=Ai.log2,X1=(n,e=1)=>Ai.sinh(n)*e,yf=(n,e=1)=>Ai.asinh(n/e),Gt=1/0;function Z0(n){return(Fs((n^n>>31)-(n>>31))|0)+1}function Af(n,e,t){return Ji(oi(n,e),t)}function M_(n){return typeof n=="function"}function Et(n){return M_(n)?n:()=>n}var q1=()=>{},w_=n=>n,T_=(n,e)=>e,Y1=n=>null,J0=n=>!0,K0=(n,e)=>n==e,$1=/\.\d*?(?=9{6,}|0{6,})/gm,Ur=n=>{if(C_(n)||dr.has(n))return n;let e=`${n}`,t=e.match($1);if(t==null)return n;let i=t[0].length-1;if(e.indexOf("e-")!=-1){let[s,r]=e.split("e");return+`${Ur(s)}e${r}`}return Ht(n,i)};function Ir(n,e){return Ur(Ht(Ur(n/e))*e)}function ou(n,e){return Ur(Ui(Ur(n/e))*e)}function E_(n,e){return Ur(Ei(Ur(n/e))*e)}function Ht(n,e=0){if(C_(n))return n;let t=10**e,i=n*t*(1+Number.EPSILON);return In(i)/t}var dr=new Map;function A_(n){return((""+n).split(".")[1]||"").length}function ul(n,e,t,i){let s=[],r=i.map(A_);for(let o=e;o<t;o++){let a=Ln(o),l=Ht(Fo(n,o),a);for(let c=0;c<i.length;c++){let h=n==10?+`${i[c]}e${o}`:i[c]*l,d=(o>=0?0:a)+(o>=r[c]?0:r[c]),u=n==10?h:Ht(h,d);s.push(u),dr.set(u,d)}}return s}var hl={},kf=[],Bo=[null,null],ur=Array.isArray,C_=Number.isInteger,Z1=n=>n===void 0;function j0(n){return typeof n=="string"}function au(n){let e=!1;if(n!=null){let t=n.constructor;e=t==null||t==Object}return e}function J1(n){return n!=null&&typeof n=="object"}var K1=Object.getPrototypeOf(Uint8Array),R_="__proto__";function ko(n,e=au){let t;if(ur(n)){let i=n.find(s=>s!=null);if(ur(i)||e(i)){t=Array(n.length);for(let s=0;s<n.length;s++)t[s]=ko(n[s],e)}else t=n.slice()}else if(n instanceof K1)t=n.slice();else if(e(n)){t={};for(let i in n)i!=R_&&(t[i]=ko(n[i],e))}else t=n;return t}function Mn(n){let e=arguments;for(let t=1;t<e.length;t++){let i=e[t];for(let s in i)s!=R_&&(au(n[s])?Mn(n[s],ko(i[s])):n[s]=ko(i[s]))}return n}var j1=0,Q1=1,eE=2;function tE(n,e,t){for(let i=0,s,r=-1;i<e.length;i++){let o=e[i];if(o>r){for(s=o-1;s>=0&&n[s]==null;)n[s--]=null;for(s=o+1;s<t&&n[s]==null;)n[r=s++]=null}}}function nE(n,e){if(rE(n)){let o=n[0].slice();for(let a=1;a<n.length;a++)o.push(...n[a].slice(1));return oE(o[0])||(o=sE(o)),o}let t=new Set;for(let o=0;o<n.length;o++){let l=n[o][0],c=l.length;for(let h=0;h<c;h++)t.add(l[h])}let i=[Array.from(t).sort((o,a)=>o-a)],s=i[0].length,r=new Map;for(let o=0;o<s;o++)r.set(i[0][o],o);for(let o=0;o<n.length;o++){let a=n[o],l=a[0];for(let c=1;c<a.length;c++){let h=a[c],d=Array(s).fill(void 0),u=e?e[o][c]:Q1,f=[];for(let g=0;g<h.length;g++){let v=h[g],m=r.get(l[g]);v===null?u!=j1&&(d[m]=v,u==eE&&f.push(m)):d[m]=v}tE(d,f,s),i.push(d)}}return i}var iE=typeof queueMicrotask>"u"?n=>Promise.resolve().then(n):queueMicrotask;function sE(n){let e=n[0],t=e.length,i=Array(t);for(let r=0;r<i.length;r++)i[r]=r;i.sort((r,o)=>e[r]-e[o]);let s=[];for(let r=0;r<n.length;r++){let o=n[r],a=Array(t);for(let l=0;l<t;l++)a[l]=o[i[l]];s.push(a)}return s}function rE(n){let e=n[0][0],t=e.length;for(let i=1;i<n.length;i++){let s=n[i][0];if(s.length!=t)return!1;if(s!=e){for(let r=0;r<t;r++)if(s[r]!=e[r])return!1}}return!0}function oE(n,e=100){let t=n.length;if(t<=1)return!0;let i=0,s=t-1;for(;i<=s&&n[i]==null;)i++;for(;s>=i&&n[s]==null;)s--;if(s<=i)return!0;let r=oi(1,Ei((s-i+1)/e));for(let o=n[i],a=i+r;a<=s;a+=r){let l=n[a];if(l!=null){if(l<=o)return!1;o=l}}return!0}var P_=["January","February","March","April","May","June","July","August","September","October","November","December"],I_=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"];function L_(n){return n.slice(0,3)}var aE=I_.map(L_),lE=P_.map(L_),cE={MMMM:P_,MMM:lE,WWWW:I_,WWW:aE};function rl(n){return(n<10?"0":"")+n}function hE(n){return(n<10?"00":n<100?"0":"")+n}var uE={YYYY:n=>n.getFullYear(),YY:n=>(n.getFullYear()+"").slice(2),MMMM:(n,e)=>e.MMMM[n.getMonth()],MMM:(n,e)=>e.MMM[n.getMonth()],MM:n=>rl(n.getMonth()+1),M:n=>n.getMonth()+1,DD:n=>rl(n.getDate()),D:n=>n.getDate(),WWWW:(n,e)=>e.WWWW[n.getDay()],WWW:(n,e)=>e.WWW[n.getDay()],HH:n=>rl(n.getHours()),H:n=>n.getHours(),h:n=>{let e=n.getHours();return e==0?12:e>12?e-12:e},AA:n=>n.getHours()>=12?"PM":"AM",aa:n=>n.getHours()>=12?"pm":"am",a:n=>n.getHours()>=12?"p":"a",mm:n=>rl(n.getMinutes()),m:n=>n.getMinutes(),ss:n=>rl(n.getSeconds()),s:n=>n.getSeconds(),fff:n=>hE(n.getMilliseconds())};function zf(n,e){e=e||cE;let t=[],i=/\{([a-z]+)\}|[^{]+/gi,s;for(;s=i.exec(n);)t.push(s[0][0]=="{"?uE[s[1]]:s[0]);return r=>{let o="";for(let a=0;a<t.length;a++)o+=typeof t[a]=="string"?t[a]:t[a](r,e);return o}}var dE=new Intl.DateTimeFormat().resolvedOptions().timeZone;function fE(n,e){let t;return e=="UTC"||e=="Etc/UTC"?t=new Date(+n+n.getTimezoneOffset()*6e4):e==dE?t=n:(t=new Date(n.toLocaleString("en-US",{timeZone:e})),t.setMilliseconds(n.getMilliseconds())),t}var D_=n=>n%1==0,iu=[1,2,2.5,5],pE=ul(10,-32,0,iu),N_=ul(10,0,32,iu),mE=N_.filter(D_),Lr=pE.concat(N_),Vf=`
`,U_="{YYYY}",Q0=Vf+U_,O_="{M}/{D}",ll=Vf+O_,jh=ll+"/{YY}",F_="{aa}",gE="{h}:{mm}",Uo=gE+F_,e_=Vf+Uo,t_=":{ss}",Nt=null;function B_(n){let e=n*1e3,t=e*60,i=t*60,s=i*24,r=s*30,o=s*365,l=(n==1?ul(10,0,3,iu).filter(D_):ul(10,-3,0,iu)).concat([e,e*5,e*10,e*15,e*30,t,t*5,t*10,t*15,t*30,i,i*2,i*3,i*4,i*6,i*8,i*12,s,s*2,s*3,s*4,s*5,s*6,s*7,s*8,s*9,s*10,s*15,r,r*2,r*3,r*4,r*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,U_,Nt,Nt,Nt,Nt,Nt,Nt,1],[s*28,"{MMM}",Q0,Nt,Nt,Nt,Nt,Nt,1],[s,O_,Q0,Nt,Nt,Nt,Nt,Nt,1],[i,"{h}"+F_,jh,Nt,ll,Nt,Nt,Nt,1],[t,Uo,jh,Nt,ll,Nt,Nt,Nt,1],[e,t_,jh+" "+Uo,Nt,ll+" "+Uo,Nt,e_,Nt,1],[n,t_+".{fff}",jh+" "+Uo,Nt,ll+" "+Uo,Nt,e_,Nt,1]];function h(d){return(u,f,g,v,m,p)=>{let S=[],P=m>=o,T=m>=r&&m<o,L=d(g),A=Ht(L*n,3),x=vf(L.getFullYear(),P?0:L.getMonth(),T||P?1:L.getDate()),E=Ht(x*n,3);if(T||P){let V=T?m/r:0,F=P?m/o:0,O=A==E?A:Ht(vf(x.getFullYear()+F,x.getMonth()+V,1)*n,3),G=new Date(In(O/n)),X=G.getFullYear(),U=G.getMonth();for(let q=0;O<=v;q++){let J=vf(X+F*q,U+V*q,1),W=J-d(Ht(J*n,3));O=Ht((+J+W)*n,3),O<=v&&S.push(O)}}else{let V=m>=s?s:m,F=Ei(g)-Ei(A),O=E+F+ou(A-E,V);S.push(O);let G=d(O),X=G.getHours()+G.getMinutes()/t+G.getSeconds()/i,U=m/i,q=u.axes[f]._space,J=p/q;for(;O=Ht(O+m,n==1?0:3),!(O>v);)if(U>1){let W=Ei(Ht(X+U,6))%24,te=d(O).getHours()-W;te>1&&(te=-1),O-=te*i,X=(X+U)%24;let oe=S[S.length-1];Ht((O-oe)/m,3)*J>=.7&&S.push(O)}else S.push(O)}return S}}return[l,c,h]}var[_E,xE,yE]=B_(1),[vE,SE,bE]=B_(.001);ul(2,-53,53,[1]);function n_(n,e){return n.map(t=>t.map((i,s)=>s==0||s==8||i==null?i:e(s==1||t[8]==0?i:t[1]+i)))}function i_(n,e){return(t,i,s,r,o)=>{let a=e.find(g=>o>=g[0])||e[e.length-1],l,c,h,d,u,f;return i.map(g=>{let v=n(g),m=v.getFullYear(),p=v.getMonth(),S=v.getDate(),P=v.getHours(),T=v.getMinutes(),L=v.getSeconds(),A=m!=l&&a[2]||p!=c&&a[3]||S!=h&&a[4]||P!=d&&a[5]||T!=u&&a[6]||L!=f&&a[7]||a[1];return l=m,c=p,h=S,d=P,u=T,f=L,A(v)})}}function ME(n,e){let t=zf(e);return(i,s,r,o,a)=>s.map(l=>t(n(l)))}function vf(n,e,t){return new Date(n,e,t)}function s_(n,e){return e(n)}var wE="{YYYY}-{MM}-{DD} {h}:{mm}{aa}";function r_(n,e){return(t,i,s,r)=>r==null?Nf:e(n(i))}function TE(n,e){let t=n.series[e];return t.width?t.stroke(n,e):t.points.width?t.points.stroke(n,e):null}function EE(n,e){return n.series[e].fill(n,e)}var AE={show:!0,live:!0,isolate:!1,mount:q1,markers:{show:!0,width:2,stroke:TE,fill:EE,dash:"solid"},idx:null,idxs:null,values:[]};function CE(n,e){let t=n.cursor.points,i=Ni(),s=t.size(n,e);jt(i,ol,s),jt(i,al,s);let r=s/-2;jt(i,"marginLeft",r),jt(i,"marginTop",r);let o=t.width(n,e,s);return o&&jt(i,"borderWidth",o),i}function RE(n,e){let t=n.series[e].points;return t._fill||t._stroke}function PE(n,e){let t=n.series[e].points;return t._stroke||t._fill}function IE(n,e){return n.series[e].points.size}var Sf=[0,0];function LE(n,e,t){return Sf[0]=e,Sf[1]=t,Sf}function Qh(n,e,t,i=!0){return s=>{s.button==0&&(!i||s.target==e)&&t(s)}}function bf(n,e,t,i=!0){return s=>{(!i||s.target==e)&&t(s)}}var DE={show:!0,x:!0,y:!0,lock:!1,move:LE,points:{one:!1,show:CE,size:IE,width:0,stroke:PE,fill:RE},bind:{mousedown:Qh,mouseup:Qh,click:Qh,dblclick:Qh,mousemove:bf,mouseleave:bf,mouseenter:bf},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(n,e)=>{e.stopPropagation(),e.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(n,e,t,i,s)=>i-s,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},k_={show:!0,stroke:"rgba(0,0,0,0.07)",width:2},Gf=Mn({},k_,{filter:T_}),z_=Mn({},Gf,{size:10}),V_=Mn({},k_,{show:!1}),Hf='12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"',G_="bold "+Hf,H_=1.5,o_={show:!0,scale:"x",stroke:Df,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:G_,side:2,grid:Gf,ticks:z_,border:V_,font:Hf,lineGap:H_,rotate:0},NE="Value",UE="Time",a_={show:!0,scale:"x",auto:!1,sorted:1,min:Gt,max:-Gt,idxs:[]};function OE(n,e,t,i,s){return e.map(r=>r==null?"":Bf(r))}function FE(n,e,t,i,s,r,o){let a=[],l=dr.get(s)||0;t=o?t:Ht(ou(t,s),l);for(let c=t;c<=i;c=Ht(c+s,l))a.push(Object.is(c,-0)?0:c);return a}function Cf(n,e,t,i,s,r,o){let a=[],l=n.scales[n.axes[e].scale].log,c=l==10?Fs:b_,h=Ei(c(t));s=Fo(l,h),l==10&&(s=Lr[Zi(s,Lr)]);let d=t,u=s*l;l==10&&(u=Lr[Zi(u,Lr)]);do a.push(d),d=d+s,l==10&&!dr.has(d)&&(d=Ht(d,dr.get(s))),d>=u&&(s=d,u=s*l,l==10&&(u=Lr[Zi(u,Lr)]));while(d<=i);return a}function BE(n,e,t,i,s,r,o){let l=n.scales[n.axes[e].scale].asinh,c=i>l?Cf(n,e,oi(l,t),i,s):[l],h=i>=0&&t<=0?[0]:[];return(t<-l?Cf(n,e,oi(l,-i),-t,s):[l]).reverse().map(u=>-u).concat(h,c)}var W_=/./,kE=/[12357]/,zE=/[125]/,l_=/1/,Rf=(n,e,t,i)=>n.map((s,r)=>e==4&&s==0||r%i==0&&t.test(s.toExponential()[s<0?1:0])?s:null);function VE(n,e,t,i,s){let r=n.axes[t],o=r.scale,a=n.scales[o],l=n.valToPos,c=r._space,h=l(10,o),d=l(9,o)-h>=c?W_:l(7,o)-h>=c?kE:l(5,o)-h>=c?zE:l_;if(d==l_){let u=Ln(l(1,o)-h);if(u<c)return Rf(e.slice().reverse(),a.distr,d,Ui(c/u)).reverse()}return Rf(e,a.distr,d,1)}function GE(n,e,t,i,s){let r=n.axes[t],o=r.scale,a=r._space,l=n.valToPos,c=Ln(l(1,o)-l(2,o));return c<a?Rf(e.slice().reverse(),3,W_,Ui(a/c)).reverse():e}function HE(n,e,t,i){return i==null?Nf:e==null?"":Bf(e)}var c_={show:!0,scale:"y",stroke:Df,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:G_,side:3,grid:Gf,ticks:z_,border:V_,font:Hf,lineGap:H_,rotate:0};function WE(n,e){let t=3+(n||1)*2;return Ht(t*e,3)}function XE(n,e){let{scale:t,idxs:i}=n.series[0],s=n._data[0],r=n.valToPos(s[i[0]],t,!0),o=n.valToPos(s[i[1]],t,!0),a=Ln(o-r),l=n.series[e],c=a/(l.points.space*Lt);return i[1]-i[0]<=c}var h_={scale:null,auto:!0,sorted:0,min:Gt,max:-Gt},X_=(n,e,t,i,s)=>s,u_={show:!0,auto:!0,sorted:0,gaps:X_,alpha:1,facets:[Mn({},h_,{scale:"x"}),Mn({},h_,{scale:"y"})]},d_={scale:"y",auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:X_,alpha:1,points:{show:XE,filter:null},values:null,min:Gt,max:-Gt,idxs:[],path:null,clip:null};function qE(n,e,t,i,s){return t/10}var q_={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},YE=Mn({},q_,{time:!1,ori:1}),f_={};function Y_(n,e){let t=f_[n];return t||(t={key:n,plots:[],sub(i){t.plots.push(i)},unsub(i){t.plots=t.plots.filter(s=>s!=i)},pub(i,s,r,o,a,l,c){for(let h=0;h<t.plots.length;h++)t.plots[h]!=s&&t.plots[h].pub(i,s,r,o,a,l,c)}},n!=null&&(f_[n]=t)),t}var zo=1,Pf=2;function Or(n,e,t){let i=n.mode,s=n.series[e],r=i==2?n._data[e]:n._data,o=n.scales,a=n.bbox,l=r[0],c=i==2?r[1]:r[e],h=i==2?o[s.facets[0].scale]:o[n.series[0].scale],d=i==2?o[s.facets[1].scale]:o[s.scale],u=a.left,f=a.top,g=a.width,v=a.height,m=n.valToPosH,p=n.valToPosV;return h.ori==0?t(s,l,c,h,d,m,p,u,f,g,v,cu,Go,uu,Z_,K_):t(s,l,c,h,d,p,m,f,u,v,g,hu,Ho,qf,J_,j_)}function Wf(n,e){let t=0,i=0,s=Rt(n.bands,kf);for(let r=0;r<s.length;r++){let o=s[r];o.series[0]==e?t=o.dir:o.series[1]==e&&(o.dir==1?i|=1:i|=2)}return[t,i==1?-1:i==2?1:i==3?2:0]}function $E(n,e,t,i,s){let r=n.mode,o=n.series[e],a=r==2?o.facets[1].scale:o.scale,l=n.scales[a];return s==-1?l.min:s==1?l.max:l.distr==3?l.dir==1?l.min:l.max:0}function Bs(n,e,t,i,s,r){return Or(n,e,(o,a,l,c,h,d,u,f,g,v,m)=>{let p=o.pxRound,S=c.dir*(c.ori==0?1:-1),P=c.ori==0?Go:Ho,T,L;S==1?(T=t,L=i):(T=i,L=t);let A=p(d(a[T],c,v,f)),x=p(u(l[T],h,m,g)),E=p(d(a[L],c,v,f)),V=p(u(r==1?h.max:h.min,h,m,g)),F=new Path2D(s);return P(F,E,V),P(F,A,V),P(F,A,x),F})}function lu(n,e,t,i,s,r){let o=null;if(n.length>0){o=new Path2D;let a=e==0?uu:qf,l=t;for(let d=0;d<n.length;d++){let u=n[d];if(u[1]>u[0]){let f=u[0]-l;f>0&&a(o,l,i,f,i+r),l=u[1]}}let c=t+s-l,h=10;c>0&&a(o,l,i-h/2,c,i+r+h)}return o}function ZE(n,e,t){let i=n[n.length-1];i&&i[0]==e?i[1]=t:n.push([e,t])}function Xf(n,e,t,i,s,r,o){let a=[],l=n.length;for(let c=s==1?t:i;c>=t&&c<=i;c+=s)if(e[c]===null){let d=c,u=c;if(s==1)for(;++c<=i&&e[c]===null;)u=c;else for(;--c>=t&&e[c]===null;)u=c;let f=r(n[d]),g=u==d?f:r(n[u]),v=d-s;f=o<=0&&v>=0&&v<l?r(n[v]):f;let p=u+s;g=o>=0&&p>=0&&p<l?r(n[p]):g,g>=f&&a.push([f,g])}return a}function p_(n){return n==0?w_:n==1?In:e=>Ir(e,n)}function $_(n){let e=n==0?cu:hu,t=n==0?(s,r,o,a,l,c)=>{s.arcTo(r,o,a,l,c)}:(s,r,o,a,l,c)=>{s.arcTo(o,r,l,a,c)},i=n==0?(s,r,o,a,l)=>{s.rect(r,o,a,l)}:(s,r,o,a,l)=>{s.rect(o,r,l,a)};return(s,r,o,a,l,c=0,h=0)=>{c==0&&h==0?i(s,r,o,a,l):(c=Ji(c,a/2,l/2),h=Ji(h,a/2,l/2),e(s,r+c,o),t(s,r+a,o,r+a,o+l,c),t(s,r+a,o+l,r,o+l,h),t(s,r,o+l,r,o,h),t(s,r,o,r+a,o,c),s.closePath())}}var cu=(n,e,t)=>{n.moveTo(e,t)},hu=(n,e,t)=>{n.moveTo(t,e)},Go=(n,e,t)=>{n.lineTo(e,t)},Ho=(n,e,t)=>{n.lineTo(t,e)},uu=$_(0),qf=$_(1),Z_=(n,e,t,i,s,r)=>{n.arc(e,t,i,s,r)},J_=(n,e,t,i,s,r)=>{n.arc(t,e,i,s,r)},K_=(n,e,t,i,s,r,o)=>{n.bezierCurveTo(e,t,i,s,r,o)},j_=(n,e,t,i,s,r,o)=>{n.bezierCurveTo(t,e,s,i,o,r)};function Q_(n){return(e,t,i,s,r)=>Or(e,t,(o,a,l,c,h,d,u,f,g,v,m)=>{let{pxRound:p,points:S}=o,P,T;c.ori==0?(P=cu,T=Z_):(P=hu,T=J_);let L=Ht(S.width*Lt,3),A=(S.size-S.width)/2*Lt,x=Ht(A*2,3),E=new Path2D,V=new Path2D,{left:F,top:O,width:G,height:X}=e.bbox;uu(V,F-x,O-x,G+x*2,X+x*2);let U=q=>{if(l[q]!=null){let J=p(d(a[q],c,v,f)),W=p(u(l[q],h,m,g));P(E,J+A,W),T(E,J,W,A,0,eu*2)}};if(r)r.forEach(U);else for(let q=i;q<=s;q++)U(q);return{stroke:L>0?E:null,fill:E,clip:V,flags:zo|Pf}})}function ex(n){return(e,t,i,s,r,o)=>{i!=s&&(r!=i&&o!=i&&n(e,t,i),r!=s&&o!=s&&n(e,t,s),n(e,t,o))}}var JE=ex(Go),KE=ex(Ho);function tx(n){let e=Rt(n?.alignGaps,0);return(t,i,s,r)=>Or(t,i,(o,a,l,c,h,d,u,f,g,v,m)=>{[s,r]=su(l,s,r);let p=o.pxRound,S=X=>p(d(X,c,v,f)),P=X=>p(u(X,h,m,g)),T,L;c.ori==0?(T=Go,L=JE):(T=Ho,L=KE);let A=c.dir*(c.ori==0?1:-1),x={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:zo},E=x.stroke,V=!1;if(r-s>=v*4){let X=fe=>t.posToVal(fe,c.key,!0),U=null,q=null,J,W,ue,Q=S(a[A==1?s:r]),te=S(a[s]),oe=S(a[r]),pe=X(A==1?te+1:oe-1);for(let fe=A==1?s:r;fe>=s&&fe<=r;fe+=A){let ne=a[fe],ve=(A==1?ne<pe:ne>pe)?Q:S(ne),Re=l[fe];ve==Q?Re!=null?(W=Re,U==null?(T(E,ve,P(W)),J=U=q=W):W<U?U=W:W>q&&(q=W)):Re===null&&(V=!0):(U!=null&&L(E,Q,P(U),P(q),P(J),P(W)),Re!=null?(W=Re,T(E,ve,P(W)),U=q=J=W):(U=q=null,Re===null&&(V=!0)),Q=ve,pe=X(Q+A))}U!=null&&U!=q&&ue!=Q&&L(E,Q,P(U),P(q),P(J),P(W))}else for(let X=A==1?s:r;X>=s&&X<=r;X+=A){let U=l[X];U===null?V=!0:U!=null&&T(E,S(a[X]),P(U))}let[O,G]=Wf(t,i);if(o.fill!=null||O!=0){let X=x.fill=new Path2D(E),U=o.fillTo(t,i,o.min,o.max,O),q=P(U),J=S(a[s]),W=S(a[r]);A==-1&&([W,J]=[J,W]),T(X,W,q),T(X,J,q)}if(!o.spanGaps){let X=[];V&&X.push(...Xf(a,l,s,r,A,S,e)),x.gaps=X=o.gaps(t,i,s,r,X),x.clip=lu(X,c.ori,f,g,v,m)}return G!=0&&(x.band=G==2?[Bs(t,i,s,r,E,-1),Bs(t,i,s,r,E,1)]:Bs(t,i,s,r,E,G)),x})}function jE(n){let e=Rt(n.align,1),t=Rt(n.ascDesc,!1),i=Rt(n.alignGaps,0),s=Rt(n.extend,!1);return(r,o,a,l)=>Or(r,o,(c,h,d,u,f,g,v,m,p,S,P)=>{[a,l]=su(d,a,l);let T=c.pxRound,{left:L,width:A}=r.bbox,x=te=>T(g(te,u,S,m)),E=te=>T(v(te,f,P,p)),V=u.ori==0?Go:Ho,F={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:zo},O=F.stroke,G=u.dir*(u.ori==0?1:-1),X=E(d[G==1?a:l]),U=x(h[G==1?a:l]),q=U,J=U;s&&e==-1&&(J=L,V(O,J,X)),V(O,U,X);for(let te=G==1?a:l;te>=a&&te<=l;te+=G){let oe=d[te];if(oe==null)continue;let pe=x(h[te]),fe=E(oe);e==1?V(O,pe,X):V(O,q,fe),V(O,pe,fe),X=fe,q=pe}let W=q;s&&e==1&&(W=L+A,V(O,W,X));let[ue,Q]=Wf(r,o);if(c.fill!=null||ue!=0){let te=F.fill=new Path2D(O),oe=c.fillTo(r,o,c.min,c.max,ue),pe=E(oe);V(te,W,pe),V(te,J,pe)}if(!c.spanGaps){let te=[];te.push(...Xf(h,d,a,l,G,x,i));let oe=c.width*Lt/2,pe=t||e==1?oe:-oe,fe=t||e==-1?-oe:oe;te.forEach(ne=>{ne[0]+=pe,ne[1]+=fe}),F.gaps=te=c.gaps(r,o,a,l,te),F.clip=lu(te,u.ori,m,p,S,P)}return Q!=0&&(F.band=Q==2?[Bs(r,o,a,l,O,-1),Bs(r,o,a,l,O,1)]:Bs(r,o,a,l,O,Q)),F})}function m_(n,e,t,i,s,r,o=Gt){if(n.length>1){let a=null;for(let l=0,c=1/0;l<n.length;l++)if(e[l]!==void 0){if(a!=null){let h=Ln(n[l]-n[a]);h<c&&(c=h,o=Ln(t(n[l],i,s,r)-t(n[a],i,s,r)))}a=l}}return o}function QE(n){n=n||hl;let e=Rt(n.size,[.6,Gt,1]),t=n.align||0,i=n.gap||0,s=n.radius;s=s==null?[0,0]:typeof s=="number"?[s,0]:s;let r=Et(s),o=1-e[0],a=Rt(e[1],Gt),l=Rt(e[2],1),c=Rt(n.disp,hl),h=Rt(n.each,f=>{}),{fill:d,stroke:u}=c;return(f,g,v,m)=>Or(f,g,(p,S,P,T,L,A,x,E,V,F,O)=>{let G=p.pxRound,X=t,U=i*Lt,q=a*Lt,J=l*Lt,W,ue;T.ori==0?[W,ue]=r(f,g):[ue,W]=r(f,g);let Q=T.dir*(T.ori==0?1:-1),te=T.ori==0?uu:qf,oe=T.ori==0?h:(Ie,Ke,ht,Te,zt,He,$e)=>{h(Ie,Ke,ht,zt,Te,$e,He)},pe=Rt(f.bands,kf).find(Ie=>Ie.series[0]==g),fe=pe!=null?pe.dir:0,ne=p.fillTo(f,g,p.min,p.max,fe),_e=G(x(ne,L,O,V)),ve,Re,we,qe=F,ct=G(p.width*Lt),We=!1,_t=null,pt=null,ot=null,Qt=null;d!=null&&(ct==0||u!=null)&&(We=!0,_t=d.values(f,g,v,m),pt=new Map,new Set(_t).forEach(Ie=>{Ie!=null&&pt.set(Ie,new Path2D)}),ct>0&&(ot=u.values(f,g,v,m),Qt=new Map,new Set(ot).forEach(Ie=>{Ie!=null&&Qt.set(Ie,new Path2D)})));let{x0:Wt,size:mn}=c;if(Wt!=null&&mn!=null){X=1,S=Wt.values(f,g,v,m),Wt.unit==2&&(S=S.map(ht=>f.posToVal(E+ht*F,T.key,!0)));let Ie=mn.values(f,g,v,m);mn.unit==2?Re=Ie[0]*F:Re=A(Ie[0],T,F,E)-A(0,T,F,E),qe=m_(S,P,A,T,F,E,qe),we=qe-Re+U}else qe=m_(S,P,A,T,F,E,qe),we=qe*o+U,Re=qe-we;we<1&&(we=0),ct>=Re/2&&(ct=0),we<5&&(G=w_);let Bt=we>0,Dn=qe-we-(Bt?ct:0);Re=G(Af(Dn,J,q)),ve=(X==0?Re/2:X==Q?0:Re)-X*Q*((X==0?U/2:0)+(Bt?ct/2:0));let At={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},wn=We?null:new Path2D,sn=null;if(pe!=null)sn=f.data[pe.series[1]];else{let{y0:Ie,y1:Ke}=c;Ie!=null&&Ke!=null&&(P=Ke.values(f,g,v,m),sn=Ie.values(f,g,v,m))}let gn=W*Re,k=ue*Re;for(let Ie=Q==1?v:m;Ie>=v&&Ie<=m;Ie+=Q){let Ke=P[Ie];if(Ke==null)continue;if(sn!=null){let Y=sn[Ie]??0;if(Ke-Y==0)continue;_e=x(Y,L,O,V)}let ht=T.distr!=2||c!=null?S[Ie]:Ie,Te=A(ht,T,F,E),zt=x(Rt(Ke,ne),L,O,V),He=G(Te-ve),$e=G(oi(zt,_e)),I=G(Ji(zt,_e)),b=$e-I;if(Ke!=null){let Y=Ke<0?k:gn,de=Ke<0?gn:k;We?(ct>0&&ot[Ie]!=null&&te(Qt.get(ot[Ie]),He,I+Ei(ct/2),Re,oi(0,b-ct),Y,de),_t[Ie]!=null&&te(pt.get(_t[Ie]),He,I+Ei(ct/2),Re,oi(0,b-ct),Y,de)):te(wn,He,I+Ei(ct/2),Re,oi(0,b-ct),Y,de),oe(f,g,Ie,He-ct/2,I,Re+ct,b)}}return ct>0?At.stroke=We?Qt:wn:We||(At._fill=p.width==0?p._fill:p._stroke??p._fill,At.width=0),At.fill=We?pt:wn,At})}function eA(n,e){let t=Rt(e?.alignGaps,0);return(i,s,r,o)=>Or(i,s,(a,l,c,h,d,u,f,g,v,m,p)=>{[r,o]=su(c,r,o);let S=a.pxRound,P=W=>S(u(W,h,m,g)),T=W=>S(f(W,d,p,v)),L,A,x;h.ori==0?(L=cu,x=Go,A=K_):(L=hu,x=Ho,A=j_);let E=h.dir*(h.ori==0?1:-1),V=P(l[E==1?r:o]),F=V,O=[],G=[];for(let W=E==1?r:o;W>=r&&W<=o;W+=E)if(c[W]!=null){let Q=l[W],te=P(Q);O.push(F=te),G.push(T(c[W]))}let X={stroke:n(O,G,L,x,A,S),fill:null,clip:null,band:null,gaps:null,flags:zo},U=X.stroke,[q,J]=Wf(i,s);if(a.fill!=null||q!=0){let W=X.fill=new Path2D(U),ue=a.fillTo(i,s,a.min,a.max,q),Q=T(ue);x(W,F,Q),x(W,V,Q)}if(!a.spanGaps){let W=[];W.push(...Xf(l,c,r,o,E,P,t)),X.gaps=W=a.gaps(i,s,r,o,W),X.clip=lu(W,h.ori,g,v,m,p)}return J!=0&&(X.band=J==2?[Bs(i,s,r,o,U,-1),Bs(i,s,r,o,U,1)]:Bs(i,s,r,o,U,J)),X})}function tA(n){return eA(nA,n)}function nA(n,e,t,i,s,r){let o=n.length;if(o<2)return null;let a=new Path2D;if(t(a,n[0],e[0]),o==2)i(a,n[1],e[1]);else{let l=Array(o),c=Array(o-1),h=Array(o-1),d=Array(o-1);for(let u=0;u<o-1;u++)h[u]=e[u+1]-e[u],d[u]=n[u+1]-n[u],c[u]=h[u]/d[u];l[0]=c[0];for(let u=1;u<o-1;u++)c[u]===0||c[u-1]===0||c[u-1]>0!=c[u]>0?l[u]=0:(l[u]=3*(d[u-1]+d[u])/((2*d[u]+d[u-1])/c[u-1]+(d[u]+2*d[u-1])/c[u]),isFinite(l[u])||(l[u]=0));l[o-1]=c[o-2];for(let u=0;u<o-1;u++)s(a,n[u]+d[u]/3,e[u]+l[u]*d[u]/3,n[u+1]-d[u]/3,e[u+1]-l[u+1]*d[u]/3,n[u+1],e[u+1])}return a}var If=new Set;function g_(){for(let n of If)n.syncRect(!0)}Vo&&(Nr(O1,Oo,g_),Nr(F1,Oo,g_,!0),Nr(tu,Oo,()=>{Xn.pxRatio=Lt}));var iA=tx(),sA=Q_();function __(n,e,t,i){return(i?[n[0],n[1]].concat(n.slice(2)):[n[0]].concat(n.slice(1))).map((r,o)=>Lf(r,o,e,t))}function rA(n,e){return n.map((t,i)=>i==0?{}:Mn({},e,t))}function Lf(n,e,t,i){return Mn({},e==0?t:i,n)}function nx(n,e,t){return e==null?Bo:[e,t]}var oA=nx;function aA(n,e,t){return e==null?Bo:nu(e,t,Ff,!0)}function ix(n,e,t,i){return e==null?Bo:ru(e,t,n.scales[i].log,!1)}var lA=ix;function sx(n,e,t,i){return e==null?Bo:Of(e,t,n.scales[i].log,!1)}var cA=sx;function hA(n,e,t,i,s){let r=oi(Z0(n),Z0(e)),o=e-n,a=Zi(s/i*o,t);do{let l=t[a],c=i*l/o;if(c>=s&&r+(l<5?dr.get(l):0)<=17)return[l,c]}while(++a<t.length);return[0,0]}function x_(n){let e,t;return n=n.replace(/(\d+)px/,(i,s)=>(e=In((t=+s)*Lt))+"px"),[n,e,t]}function uA(n){n.show&&[n.font,n.labelFont].forEach(e=>{let t=Ht(e[2]*Lt,1);e[0]=e[0].replace(/[0-9.]+px/,t+"px"),e[1]=t})}function Xn(n,e,t){let i={mode:Rt(n.mode,1)},s=i.mode;function r(_,M,D,N){let H=M.valToPct(_);return N+D*(M.dir==-1?1-H:H)}function o(_,M,D,N){let H=M.valToPct(_);return N+D*(M.dir==-1?H:1-H)}function a(_,M,D,N){return M.ori==0?r(_,M,D,N):o(_,M,D,N)}i.valToPosH=r,i.valToPosV=o;let l=!1;i.status=0;let c=i.root=Ni(x1);if(n.id!=null&&(c.id=n.id),Ti(c,n.class),n.title){let _=Ni(S1,c);_.textContent=n.title}let h=$i("canvas"),d=i.ctx=h.getContext("2d"),u=Ni(b1,c);Nr("click",u,_=>{_.target===g&&($t!=Hr||en!=Wr)&&Gn.click(i,_)},!0);let f=i.under=Ni(M1,u);u.appendChild(h);let g=i.over=Ni(w1,u);n=ko(n);let v=+Rt(n.pxAlign,1),m=p_(v);(n.plugins||[]).forEach(_=>{_.opts&&(n=_.opts(i,n)||n)});let p=n.ms||.001,S=i.series=s==1?__(n.series||[],a_,d_,!1):rA(n.series||[null],u_),P=i.axes=__(n.axes||[],o_,c_,!0),T=i.scales={},L=i.bands=n.bands||[];L.forEach(_=>{_.fill=Et(_.fill||null),_.dir=Rt(_.dir,-1)});let A=s==2?S[1].facets[0].scale:S[0].scale,x={axes:_s,series:yt},E=(n.drawOrder||["axes","series"]).map(_=>x[_]);function V(_){let M=_.distr==3?D=>Fs(D>0?D:_.clamp(i,D,_.min,_.max,_.key)):_.distr==4?D=>yf(D,_.asinh):_.distr==100?D=>_.fwd(D):D=>D;return D=>{let N=M(D),{_min:H,_max:j}=_,ce=j-H;return(N-H)/ce}}function F(_){let M=T[_];if(M==null){let D=(n.scales||hl)[_]||hl;if(D.from!=null){F(D.from);let N=Mn({},T[D.from],D,{key:_});N.valToPct=V(N),T[_]=N}else{M=T[_]=Mn({},_==A?q_:YE,D),M.key=_;let N=M.time,H=M.range,j=ur(H);if((_!=A||s==2&&!N)&&(j&&(H[0]==null||H[1]==null)&&(H={min:H[0]==null?q0:{mode:1,hard:H[0],soft:H[0]},max:H[1]==null?q0:{mode:1,hard:H[1],soft:H[1]}},j=!1),!j&&au(H))){let ce=H;H=(me,be,Oe)=>be==null?Bo:nu(be,Oe,ce)}M.range=Et(H||(N?oA:_==A?M.distr==3?lA:M.distr==4?cA:nx:M.distr==3?ix:M.distr==4?sx:aA)),M.auto=Et(j?!1:M.auto),M.clamp=Et(M.clamp||qE),M._min=M._max=null,M.valToPct=V(M)}}}F("x"),F("y"),s==1&&S.forEach(_=>{F(_.scale)}),P.forEach(_=>{F(_.scale)});for(let _ in n.scales)F(_);let O=T[A],G=O.distr,X,U;O.ori==0?(Ti(c,y1),X=r,U=o):(Ti(c,v1),X=o,U=r);let q={};for(let _ in T){let M=T[_];(M.min!=null||M.max!=null)&&(q[_]={min:M.min,max:M.max},M.min=M.max=null)}let J=n.tzDate||(_=>new Date(In(_/p))),W=n.fmtDate||zf,ue=p==1?yE(J):bE(J),Q=i_(J,n_(p==1?xE:SE,W)),te=r_(J,s_(wE,W)),oe=[],pe=i.legend=Mn({},AE,n.legend),fe=i.cursor=Mn({},DE,{drag:{y:s==2}},n.cursor),ne=pe.show,_e=fe.show,ve=pe.markers;pe.idxs=oe,ve.width=Et(ve.width),ve.dash=Et(ve.dash),ve.stroke=Et(ve.stroke),ve.fill=Et(ve.fill);let Re,we,qe,ct=[],We=[],_t,pt=!1,ot={};if(pe.live){let _=S[1]?S[1].values:null;pt=_!=null,_t=pt?_(i,1,0):{_:0};for(let M in _t)ot[M]=Nf}if(ne)if(Re=$i("table",P1,c),qe=$i("tbody",null,Re),pe.mount(i,Re),pt){we=$i("thead",null,Re,qe);let _=$i("tr",null,we);$i("th",null,_);for(var Qt in _t)$i("th",D0,_).textContent=Qt}else Ti(Re,L1),pe.live&&Ti(Re,I1);let Wt={show:!0},mn={show:!1};function Bt(_,M){if(M==0&&(pt||!pe.live||s==2))return Bo;let D=[],N=$i("tr",D1,qe,qe.childNodes[M]);Ti(N,_.class),_.show||Ti(N,Dr);let H=$i("th",null,N);if(ve.show){let me=Ni(N1,H);if(M>0){let be=ve.width(i,M);be&&(me.style.border=be+"px "+ve.dash(i,M)+" "+ve.stroke(i,M)),me.style.background=ve.fill(i,M)}}let j=Ni(D0,H);_.label instanceof HTMLElement?j.appendChild(_.label):j.textContent=_.label,M>0&&(ve.show||(j.style.color=_.width>0?ve.stroke(i,M):ve.fill(i,M)),At("click",H,me=>{if(fe._lock)return;et(me);let be=S.indexOf(_);if((me.ctrlKey||me.metaKey)!=pe.isolate){let Oe=S.some((Fe,ke)=>ke>0&&ke!=be&&Fe.show);S.forEach((Fe,ke)=>{ke>0&&es(ke,Oe?ke==be?Wt:mn:Wt,!0,vn.setSeries)})}else es(be,{show:!_.show},!0,vn.setSeries)},!1),tt&&At(F0,H,me=>{fe._lock||(et(me),es(S.indexOf(_),qr,!0,vn.setSeries))},!1));for(var ce in _t){let me=$i("td",U1,N);me.textContent="--",D.push(me)}return[N,D]}let Dn=new Map;function At(_,M,D,N=!0){let H=Dn.get(M)||{},j=fe.bind[_](i,M,D,N);j&&(Nr(_,M,H[_]=j),Dn.set(M,H))}function wn(_,M,D){let N=Dn.get(M)||{};for(let H in N)(_==null||H==_)&&(Ef(H,M,N[H]),delete N[H]);_==null&&Dn.delete(M)}let sn=0,gn=0,k=0,Ie=0,Ke=0,ht=0,Te=Ke,zt=ht,He=k,$e=Ie,I=0,b=0,Y=0,de=0;i.bbox={};let le=!1,ye=!1,Se=!1,ie=!1,re=!1,ge=!1;function B(_,M,D){(D||_!=i.width||M!=i.height)&&ae(_,M),mt(!1),Se=!0,ye=!0,qn()}function ae(_,M){i.width=sn=k=_,i.height=gn=Ie=M,Ke=ht=0,Me(),Xe();let D=i.bbox;I=D.left=Ir(Ke*Lt,.5),b=D.top=Ir(ht*Lt,.5),Y=D.width=Ir(k*Lt,.5),de=D.height=Ir(Ie*Lt,.5)}let se=3;function Ee(){let _=!1,M=0;for(;!_;){M++;let D=zr(M),N=Qi(M);_=M==se||D&&N,_||(ae(i.width,i.height),ye=!0)}}function xe({width:_,height:M}){B(_,M)}i.setSize=xe;function Me(){let _=!1,M=!1,D=!1,N=!1;P.forEach((H,j)=>{if(H.show&&H._show){let{side:ce,_size:me}=H,be=ce%2,Oe=H.label!=null?H.labelSize:0,Fe=me+Oe;Fe>0&&(be?(k-=Fe,ce==3?(Ke+=Fe,N=!0):D=!0):(Ie-=Fe,ce==0?(ht+=Fe,_=!0):M=!0))}}),Ki[0]=_,Ki[1]=D,Ki[2]=M,Ki[3]=N,k-=Oi[1]+Oi[3],Ke+=Oi[3],Ie-=Oi[2]+Oi[0],ht+=Oi[0]}function Xe(){let _=Ke+k,M=ht+Ie,D=Ke,N=ht;function H(j,ce){switch(j){case 1:return _+=ce,_-ce;case 2:return M+=ce,M-ce;case 3:return D-=ce,D+ce;case 0:return N-=ce,N+ce}}P.forEach((j,ce)=>{if(j.show&&j._show){let me=j.side;j._pos=H(me,j._size),j.label!=null&&(j._lpos=H(me,j.labelSize))}})}if(fe.dataIdx==null){let _=fe.hover,M=_.skip=new Set(_.skip??[]);M.add(void 0);let D=_.prox=Et(_.prox),N=_.bias??=0;fe.dataIdx=(H,j,ce,me)=>{if(j==0)return ce;let be=ce,Oe=D(H,j,ce,me)??Gt,Fe=Oe>=0&&Oe<Gt,ke=O.ori==0?k:Ie,at=fe.left,Pt=e[0],Ct=e[j];if(M.has(Ct[ce])){be=null;let Mt=null,Qe=null,Ye;if(N==0||N==-1)for(Ye=ce;Mt==null&&Ye-- >0;)M.has(Ct[Ye])||(Mt=Ye);if(N==0||N==1)for(Ye=ce;Qe==null&&Ye++<Ct.length;)M.has(Ct[Ye])||(Qe=Ye);if(Mt!=null||Qe!=null)if(Fe){let Jt=Mt==null?-1/0:X(Pt[Mt],O,ke,0),an=Qe==null?1/0:X(Pt[Qe],O,ke,0),Fn=at-Jt,kt=an-at;Fn<=kt?Fn<=Oe&&(be=Mt):kt<=Oe&&(be=Qe)}else be=Qe==null?Mt:Mt==null?Qe:ce-Mt<=Qe-ce?Mt:Qe}else Fe&&Ln(at-X(Pt[ce],O,ke,0))>Oe&&(be=null);return be}}let et=_=>{fe.event=_};fe.idxs=oe,fe._lock=!1;let he=fe.points;he.show=Et(he.show),he.size=Et(he.size),he.stroke=Et(he.stroke),he.width=Et(he.width),he.fill=Et(he.fill);let ze=i.focus=Mn({},n.focus||{alpha:.3},fe.focus),tt=ze.prox>=0,Pe=tt&&he.one,dt=[],Yt=[],jn=[];function Yo(_,M){let D=he.show(i,M);if(D instanceof HTMLElement)return Ti(D,R1),Ti(D,_.class),fs(D,-10,-10,k,Ie),g.insertBefore(D,dt[M]),D}function Fr(_,M){if(s==1||M>0){let D=s==1&&T[_.scale].time,N=_.value;_.value=D?j0(N)?r_(J,s_(N,W)):N||te:N||HE,_.label=_.label||(D?UE:NE)}if(Pe||M>0){_.width=_.width==null?1:_.width,_.paths=_.paths||iA||Y1,_.fillTo=Et(_.fillTo||$E),_.pxAlign=+Rt(_.pxAlign,v),_.pxRound=p_(_.pxAlign),_.stroke=Et(_.stroke||null),_.fill=Et(_.fill||null),_._stroke=_._fill=_._paths=_._focus=null;let D=WE(oi(1,_.width),1),N=_.points=Mn({},{size:D,width:oi(1,D*.2),stroke:_.stroke,space:D*2,paths:sA,_stroke:null,_fill:null},_.points);N.show=Et(N.show),N.filter=Et(N.filter),N.fill=Et(N.fill),N.stroke=Et(N.stroke),N.paths=Et(N.paths),N.pxAlign=_.pxAlign}if(ne){let D=Bt(_,M);ct.splice(M,0,D[0]),We.splice(M,0,D[1]),pe.values.push(null)}if(_e){oe.splice(M,0,null);let D=null;Pe?M==0&&(D=Yo(_,M)):M>0&&(D=Yo(_,M)),dt.splice(M,0,D),Yt.splice(M,0,0),jn.splice(M,0,0)}On("addSeries",M)}function Eu(_,M){M=M??S.length,_=s==1?Lf(_,M,a_,d_):Lf(_,M,{},u_),S.splice(M,0,_),Fr(S[M],M)}i.addSeries=Eu;function _l(_){if(S.splice(_,1),ne){pe.values.splice(_,1),We.splice(_,1);let M=ct.splice(_,1)[0];wn(null,M.firstChild),M.remove()}_e&&(oe.splice(_,1),dt.splice(_,1)[0].remove(),Yt.splice(_,1),jn.splice(_,1)),On("delSeries",_)}i.delSeries=_l;let Ki=[!1,!1,!1,!1];function ps(_,M){if(_._show=_.show,_.show){let D=_.side%2,N=T[_.scale];N==null&&(_.scale=D?S[1].scale:A,N=T[_.scale]);let H=N.time;_.size=Et(_.size),_.space=Et(_.space),_.rotate=Et(_.rotate),ur(_.incrs)&&_.incrs.forEach(ce=>{!dr.has(ce)&&dr.set(ce,A_(ce))}),_.incrs=Et(_.incrs||(N.distr==2?mE:H?p==1?_E:vE:Lr)),_.splits=Et(_.splits||(H&&N.distr==1?ue:N.distr==3?Cf:N.distr==4?BE:FE)),_.stroke=Et(_.stroke),_.grid.stroke=Et(_.grid.stroke),_.ticks.stroke=Et(_.ticks.stroke),_.border.stroke=Et(_.border.stroke);let j=_.values;_.values=ur(j)&&!ur(j[0])?Et(j):H?ur(j)?i_(J,n_(j,W)):j0(j)?ME(J,j):j||Q:j||OE,_.filter=Et(_.filter||(N.distr>=3&&N.log==10?VE:N.distr==3&&N.log==2?GE:T_)),_.font=x_(_.font),_.labelFont=x_(_.labelFont),_._size=_.size(i,null,M,0),_._space=_._rotate=_._incrs=_._found=_._splits=_._values=null,_._size>0&&(Ki[M]=!0,_._el=Ni(T1,u))}}function ms(_,M,D,N){let[H,j,ce,me]=D,be=M%2,Oe=0;return be==0&&(me||j)&&(Oe=M==0&&!H||M==2&&!ce?In(o_.size/3):0),be==1&&(H||ce)&&(Oe=M==1&&!j||M==3&&!me?In(c_.size/2):0),Oe}let $o=i.padding=(n.padding||[ms,ms,ms,ms]).map(_=>Et(Rt(_,ms))),Oi=i._padding=$o.map((_,M)=>_(i,M,Ki,0)),rn,un=null,dn=null,ji=s==1?S[0].idxs:null,ui=null,ks=!1;function Zo(_,M){if(e=_??[],i.data=i._data=e,s==2){rn=0;for(let D=1;D<S.length;D++)rn+=e[D][0].length}else{e.length==0&&(i.data=i._data=e=[[]]),ui=e[0],rn=ui.length;let D=e;if(G==2){D=e.slice();let N=D[0]=Array(rn);for(let H=0;H<rn;H++)N[H]=H}i._data=e=D}if(mt(!0),On("setData"),G==2&&(Se=!0),M!==!1){let D=O;D.auto(i,ks)?Jo():Gs(A,D.min,D.max),ie=ie||fe.left>=0,ge=!0,qn()}}i.setData=Zo;function Jo(){ks=!0;let _,M;s==1&&(rn>0?(un=ji[0]=0,dn=ji[1]=rn-1,_=e[0][un],M=e[0][dn],G==2?(_=un,M=dn):_==M&&(G==3?[_,M]=ru(_,_,O.log,!1):G==4?[_,M]=Of(_,_,O.log,!1):O.time?M=_+In(86400/p):[_,M]=nu(_,M,Ff,!0))):(un=ji[0]=_=null,dn=ji[1]=M=null)),Gs(A,_,M)}let Br,zs,kr,w,z,ee,Z,K,Ae,Le;function Ce(_,M,D,N,H,j){_??=U0,D??=kf,N??="butt",H??=U0,j??="round",_!=Br&&(d.strokeStyle=Br=_),H!=zs&&(d.fillStyle=zs=H),M!=kr&&(d.lineWidth=kr=M),j!=z&&(d.lineJoin=z=j),N!=ee&&(d.lineCap=ee=N),D!=w&&d.setLineDash(w=D)}function De(_,M,D,N){M!=zs&&(d.fillStyle=zs=M),_!=Z&&(d.font=Z=_),D!=K&&(d.textAlign=K=D),N!=Ae&&(d.textBaseline=Ae=N)}function Ge(_,M,D,N,H=0){if(N.length>0&&_.auto(i,ks)&&(M==null||M.min==null)){let j=Rt(un,0),ce=Rt(dn,N.length-1),me=D.min==null?V1(N,j,ce,H,_.distr==3):[D.min,D.max];_.min=Ji(_.min,D.min=me[0]),_.max=oi(_.max,D.max=me[1])}}let it={min:null,max:null};function xt(){for(let N in T){let H=T[N];q[N]==null&&(H.min==null||q[A]!=null&&H.auto(i,ks))&&(q[N]=it)}for(let N in T){let H=T[N];q[N]==null&&H.from!=null&&q[H.from]!=null&&(q[N]=it)}q[A]!=null&&mt(!0);let _={};for(let N in q){let H=q[N];if(H!=null){let j=_[N]=ko(T[N],J1);if(H.min!=null)Mn(j,H);else if(N!=A||s==2)if(rn==0&&j.from==null){let ce=j.range(i,null,null,N);j.min=ce[0],j.max=ce[1]}else j.min=Gt,j.max=-Gt}}if(rn>0){S.forEach((N,H)=>{if(s==1){let j=N.scale,ce=q[j];if(ce==null)return;let me=_[j];if(H==0){let be=me.range(i,me.min,me.max,j);me.min=be[0],me.max=be[1],un=Zi(me.min,e[0]),dn=Zi(me.max,e[0]),dn-un>1&&(e[0][un]<me.min&&un++,e[0][dn]>me.max&&dn--),N.min=ui[un],N.max=ui[dn]}else N.show&&N.auto&&Ge(me,ce,N,e[H],N.sorted);N.idxs[0]=un,N.idxs[1]=dn}else if(H>0&&N.show&&N.auto){let[j,ce]=N.facets,me=j.scale,be=ce.scale,[Oe,Fe]=e[H],ke=_[me],at=_[be];ke!=null&&Ge(ke,q[me],j,Oe,j.sorted),at!=null&&Ge(at,q[be],ce,Fe,ce.sorted),N.min=ce.min,N.max=ce.max}});for(let N in _){let H=_[N],j=q[N];if(H.from==null&&(j==null||j.min==null)){let ce=H.range(i,H.min==Gt?null:H.min,H.max==-Gt?null:H.max,N);H.min=ce[0],H.max=ce[1]}}}for(let N in _){let H=_[N];if(H.from!=null){let j=_[H.from];if(j.min==null)H.min=H.max=null;else{let ce=H.range(i,j.min,j.max,N);H.min=ce[0],H.max=ce[1]}}}let M={},D=!1;for(let N in _){let H=_[N],j=T[N];if(j.min!=H.min||j.max!=H.max){j.min=H.min,j.max=H.max;let ce=j.distr;j._min=ce==3?Fs(j.min):ce==4?yf(j.min,j.asinh):ce==100?j.fwd(j.min):j.min,j._max=ce==3?Fs(j.max):ce==4?yf(j.max,j.asinh):ce==100?j.fwd(j.max):j.max,M[N]=D=!0}}if(D){S.forEach((N,H)=>{s==2?H>0&&M.y&&(N._paths=null):M[N.scale]&&(N._paths=null)});for(let N in M)Se=!0,On("setScale",N);_e&&fe.left>=0&&(ie=ge=!0)}for(let N in q)q[N]=null}function Ve(_){let M=Af(un-1,0,rn-1),D=Af(dn+1,0,rn-1);for(;_[M]==null&&M>0;)M--;for(;_[D]==null&&D<rn-1;)D++;return[M,D]}function yt(){if(rn>0){let _=S.some(M=>M._focus)&&Le!=ze.alpha;_&&(d.globalAlpha=Le=ze.alpha),S.forEach((M,D)=>{if(D>0&&M.show&&(nn(D,!1),nn(D,!0),M._paths==null)){let N=Le;Le!=M.alpha&&(d.globalAlpha=Le=M.alpha);let H=s==2?[0,e[D][0].length-1]:Ve(e[D]);M._paths=M.paths(i,D,H[0],H[1]),Le!=N&&(d.globalAlpha=Le=N)}}),S.forEach((M,D)=>{if(D>0&&M.show){let N=Le;Le!=M.alpha&&(d.globalAlpha=Le=M.alpha),M._paths!=null&&Ut(D,!1);{let H=M._paths!=null?M._paths.gaps:null,j=M.points.show(i,D,un,dn,H),ce=M.points.filter(i,D,j,H);(j||ce)&&(M.points._paths=M.points.paths(i,D,un,dn,ce),Ut(D,!0))}Le!=N&&(d.globalAlpha=Le=N),On("drawSeries",D)}}),_&&(d.globalAlpha=Le=1)}}function nn(_,M){let D=M?S[_].points:S[_];D._stroke=D.stroke(i,_),D._fill=D.fill(i,_)}function Ut(_,M){let D=M?S[_].points:S[_],{stroke:N,fill:H,clip:j,flags:ce,_stroke:me=D._stroke,_fill:be=D._fill,_width:Oe=D.width}=D._paths;Oe=Ht(Oe*Lt,3);let Fe=null,ke=Oe%2/2;M&&be==null&&(be=Oe>0?"#fff":me);let at=D.pxAlign==1&&ke>0;if(at&&d.translate(ke,ke),!M){let Pt=I-Oe/2,Ct=b-Oe/2,Mt=Y+Oe,Qe=de+Oe;Fe=new Path2D,Fe.rect(Pt,Ct,Mt,Qe)}M?Be(me,Oe,D.dash,D.cap,be,N,H,ce,j):Ot(_,me,Oe,D.dash,D.cap,be,N,H,ce,Fe,j),at&&d.translate(-ke,-ke)}function Ot(_,M,D,N,H,j,ce,me,be,Oe,Fe){let ke=!1;be!=0&&L.forEach((at,Pt)=>{if(at.series[0]==_){let Ct=S[at.series[1]],Mt=e[at.series[1]],Qe=(Ct._paths||hl).band;ur(Qe)&&(Qe=at.dir==1?Qe[0]:Qe[1]);let Ye,Jt=null;Ct.show&&Qe&&H1(Mt,un,dn)?(Jt=at.fill(i,Pt)||j,Ye=Ct._paths.clip):Qe=null,Be(M,D,N,H,Jt,ce,me,be,Oe,Fe,Ye,Qe),ke=!0}}),ke||Be(M,D,N,H,j,ce,me,be,Oe,Fe)}let Tn=zo|Pf;function Be(_,M,D,N,H,j,ce,me,be,Oe,Fe,ke){Ce(_,M,D,N,H),(be||Oe||ke)&&(d.save(),be&&d.clip(be),Oe&&d.clip(Oe)),ke?(me&Tn)==Tn?(d.clip(ke),Fe&&d.clip(Fe),wt(H,ce),_n(_,j,M)):me&Pf?(wt(H,ce),d.clip(ke),_n(_,j,M)):me&zo&&(d.save(),d.clip(ke),Fe&&d.clip(Fe),wt(H,ce),d.restore(),_n(_,j,M)):(wt(H,ce),_n(_,j,M)),(be||Oe||ke)&&d.restore()}function _n(_,M,D){D>0&&(M instanceof Map?M.forEach((N,H)=>{d.strokeStyle=Br=H,d.stroke(N)}):M!=null&&_&&d.stroke(M))}function wt(_,M){M instanceof Map?M.forEach((D,N)=>{d.fillStyle=zs=N,d.fill(D)}):M!=null&&_&&d.fill(M)}function gs(_,M,D,N){let H=P[_],j;if(N<=0)j=[0,0];else{let ce=H._space=H.space(i,_,M,D,N),me=H._incrs=H.incrs(i,_,M,D,N,ce);j=hA(M,D,me,N,ce)}return H._found=j}function xn(_,M,D,N,H,j,ce,me,be,Oe){let Fe=ce%2/2;v==1&&d.translate(Fe,Fe),Ce(me,ce,be,Oe,me),d.beginPath();let ke,at,Pt,Ct,Mt=H+(N==0||N==3?-j:j);D==0?(at=H,Ct=Mt):(ke=H,Pt=Mt);for(let Qe=0;Qe<_.length;Qe++)M[Qe]!=null&&(D==0?ke=Pt=_[Qe]:at=Ct=_[Qe],d.moveTo(ke,at),d.lineTo(Pt,Ct));d.stroke(),v==1&&d.translate(-Fe,-Fe)}function zr(_){let M=!0;return P.forEach((D,N)=>{if(!D.show)return;let H=T[D.scale];if(H.min==null){D._show&&(M=!1,D._show=!1,mt(!1));return}else D._show||(M=!1,D._show=!0,mt(!1));let j=D.side,ce=j%2,{min:me,max:be}=H,[Oe,Fe]=gs(N,me,be,ce==0?k:Ie);if(Fe==0)return;let ke=H.distr==2,at=D._splits=D.splits(i,N,me,be,Oe,Fe,ke),Pt=H.distr==2?at.map(Ye=>ui[Ye]):at,Ct=H.distr==2?ui[at[1]]-ui[at[0]]:Oe,Mt=D._values=D.values(i,D.filter(i,Pt,N,Fe,Ct),N,Fe,Ct);D._rotate=j==2?D.rotate(i,Mt,N,Fe):0;let Qe=D._size;D._size=Ui(D.size(i,Mt,N,_)),Qe!=null&&D._size!=Qe&&(M=!1)}),M}function Qi(_){let M=!0;return $o.forEach((D,N)=>{let H=D(i,N,Ki,_);H!=Oi[N]&&(M=!1),Oi[N]=H}),M}function _s(){for(let _=0;_<P.length;_++){let M=P[_];if(!M.show||!M._show)continue;let D=M.side,N=D%2,H,j,ce=M.stroke(i,_),me=D==0||D==3?-1:1,[be,Oe]=M._found;if(M.label!=null){let ti=M.labelGap*me,pi=In((M._lpos+ti)*Lt);De(M.labelFont[0],ce,"center",D==2?"top":N0),d.save(),N==1?(H=j=0,d.translate(pi,In(b+de/2)),d.rotate((D==3?-eu:eu)/2)):(H=In(I+Y/2),j=pi);let gr=M_(M.label)?M.label(i,_,be,Oe):M.label;d.fillText(gr,H,j),d.restore()}if(Oe==0)continue;let Fe=T[M.scale],ke=N==0?Y:de,at=N==0?I:b,Pt=M._splits,Ct=Fe.distr==2?Pt.map(ti=>ui[ti]):Pt,Mt=Fe.distr==2?ui[Pt[1]]-ui[Pt[0]]:be,Qe=M.ticks,Ye=M.border,Jt=Qe.show?Qe.size:0,an=In(Jt*Lt),Fn=In((M.alignTo==2?M._size-Jt-M.gap:M.gap)*Lt),kt=M._rotate*-eu/180,ln=m(M._pos*Lt),di=(an+Fn)*me,ei=ln+di;j=N==0?ei:0,H=N==1?ei:0;let Ci=M.font[0],Fi=M.align==1?No:M.align==2?gf:kt>0?No:kt<0?gf:N==0?"center":D==3?gf:No,ns=kt||N==1?"middle":D==2?"top":N0;De(Ci,ce,Fi,ns);let fi=M.font[1]*M.lineGap,Ri=Pt.map(ti=>m(a(ti,Fe,ke,at))),Bi=M._values;for(let ti=0;ti<Bi.length;ti++){let pi=Bi[ti];if(pi!=null){N==0?H=Ri[ti]:j=Ri[ti],pi=""+pi;let gr=pi.indexOf(`
`)==-1?[pi]:pi.split(/\n/gm);for(let ni=0;ni<gr.length;ni++){let Sp=gr[ni];kt?(d.save(),d.translate(H,j+ni*fi),d.rotate(kt),d.fillText(Sp,0,0),d.restore()):d.fillText(Sp,H,j+ni*fi)}}}Qe.show&&xn(Ri,Qe.filter(i,Ct,_,Oe,Mt),N,D,ln,an,Ht(Qe.width*Lt,3),Qe.stroke(i,_),Qe.dash,Qe.cap);let is=M.grid;is.show&&xn(Ri,is.filter(i,Ct,_,Oe,Mt),N,N==0?2:1,N==0?b:I,N==0?de:Y,Ht(is.width*Lt,3),is.stroke(i,_),is.dash,is.cap),Ye.show&&xn([ln],[1],N==0?1:0,N==0?1:2,N==1?b:I,N==1?de:Y,Ht(Ye.width*Lt,3),Ye.stroke(i,_),Ye.dash,Ye.cap)}On("drawAxes")}function mt(_){S.forEach((M,D)=>{D>0&&(M._paths=null,_&&(s==1?(M.min=null,M.max=null):M.facets.forEach(N=>{N.min=null,N.max=null})))})}let on=!1,Qn=!1,Ft=[];function yn(){Qn=!1;for(let _=0;_<Ft.length;_++)On(...Ft[_]);Ft.length=0}function qn(){on||(iE(ip),on=!0)}function xl(_,M=!1){on=!0,Qn=M,_(i),ip(),M&&Ft.length>0&&queueMicrotask(yn)}i.batch=xl;function ip(){if(le&&(xt(),le=!1),Se&&(Ee(),Se=!1),ye){if(jt(f,No,Ke),jt(f,"top",ht),jt(f,ol,k),jt(f,al,Ie),jt(g,No,Ke),jt(g,"top",ht),jt(g,ol,k),jt(g,al,Ie),jt(u,ol,sn),jt(u,al,gn),h.width=In(sn*Lt),h.height=In(gn*Lt),P.forEach(({_el:_,_show:M,_size:D,_pos:N,side:H})=>{if(_!=null)if(M){let j=H===3||H===0?D:0,ce=H%2==1;jt(_,ce?"left":"top",N-j),jt(_,ce?"width":"height",D),jt(_,ce?"top":"left",ce?ht:Ke),jt(_,ce?"height":"width",ce?Ie:k),Tf(_,Dr)}else Ti(_,Dr)}),Br=zs=kr=z=ee=Z=K=Ae=w=null,Le=1,Qo(!0),Ke!=Te||ht!=zt||k!=He||Ie!=$e){mt(!1);let _=k/He,M=Ie/$e;if(_e&&!ie&&fe.left>=0){fe.left*=_,fe.top*=M,Vr&&fs(Vr,In(fe.left),0,k,Ie),Gr&&fs(Gr,0,In(fe.top),k,Ie);for(let D=0;D<dt.length;D++){let N=dt[D];N!=null&&(Yt[D]*=_,jn[D]*=M,fs(N,Ui(Yt[D]),Ui(jn[D]),k,Ie))}}if(Zt.show&&!re&&Zt.left>=0&&Zt.width>0){Zt.left*=_,Zt.width*=_,Zt.top*=M,Zt.height*=M;for(let D in Lu)jt(Xr,D,Zt[D])}Te=Ke,zt=ht,He=k,$e=Ie}On("setSize"),ye=!1}sn>0&&gn>0&&(d.clearRect(0,0,h.width,h.height),On("drawClear"),E.forEach(_=>_()),On("draw")),Zt.show&&re&&(yl(Zt),re=!1),_e&&ie&&(mr(null,!0,!1),ie=!1),pe.show&&pe.live&&ge&&(Pu(),ge=!1),l||(l=!0,i.status=1,On("ready")),ks=!1,on=!1}i.redraw=(_,M)=>{Se=M||!1,_!==!1?Gs(A,O.min,O.max):qn()};function Au(_,M){let D=T[_];if(D.from==null){if(rn==0){let N=D.range(i,M.min,M.max,_);M.min=N[0],M.max=N[1]}if(M.min>M.max){let N=M.min;M.min=M.max,M.max=N}if(rn>1&&M.min!=null&&M.max!=null&&M.max-M.min<1e-16)return;_==A&&D.distr==2&&rn>0&&(M.min=Zi(M.min,e[0]),M.max=Zi(M.max,e[0]),M.min==M.max&&M.max++),q[_]=M,le=!0,qn()}}i.setScale=Au;let Cu,Ru,Vr,Gr,sp,rp,Hr,Wr,op,ap,$t,en,Vs=!1,Gn=fe.drag,Nn=Gn.x,Un=Gn.y;_e&&(fe.x&&(Cu=Ni(A1,g)),fe.y&&(Ru=Ni(C1,g)),O.ori==0?(Vr=Cu,Gr=Ru):(Vr=Ru,Gr=Cu),$t=fe.left,en=fe.top);let Zt=i.select=Mn({show:!0,over:!0,left:0,width:0,top:0,height:0},n.select),Xr=Zt.show?Ni(E1,Zt.over?g:f):null;function yl(_,M){if(Zt.show){for(let D in _)Zt[D]=_[D],D in Lu&&jt(Xr,D,_[D]);M!==!1&&On("setSelect")}}i.setSelect=yl;function Nx(_){if(S[_].show)ne&&Tf(ct[_],Dr);else if(ne&&Ti(ct[_],Dr),_e){let D=Pe?dt[0]:dt[_];D!=null&&fs(D,-10,-10,k,Ie)}}function Gs(_,M,D){Au(_,{min:M,max:D})}function es(_,M,D,N){M.focus!=null&&kx(_),M.show!=null&&S.forEach((H,j)=>{j>0&&(_==j||_==null)&&(H.show=M.show,Nx(j),s==2?(Gs(H.facets[0].scale,null,null),Gs(H.facets[1].scale,null,null)):Gs(H.scale,null,null),qn())}),D!==!1&&On("setSeries",_,M),N&&ea("setSeries",i,_,M)}i.setSeries=es;function Ux(_,M){Mn(L[_],M)}function Ox(_,M){_.fill=Et(_.fill||null),_.dir=Rt(_.dir,-1),M=M??L.length,L.splice(M,0,_)}function Fx(_){_==null?L.length=0:L.splice(_,1)}i.addBand=Ox,i.setBand=Ux,i.delBand=Fx;function Bx(_,M){S[_].alpha=M,_e&&dt[_]!=null&&(dt[_].style.opacity=M),ne&&ct[_]&&(ct[_].style.opacity=M)}let xs,Hs,pr,qr={focus:!0};function kx(_){if(_!=pr){let M=_==null,D=ze.alpha!=1;S.forEach((N,H)=>{if(s==1||H>0){let j=M||H==0||H==_;N._focus=M?null:j,D&&Bx(H,j?1:ze.alpha)}}),pr=_,D&&qn()}}ne&&tt&&At(B0,Re,_=>{fe._lock||(et(_),pr!=null&&es(null,qr,!0,vn.setSeries))});function ts(_,M,D){let N=T[M];D&&(_=_/Lt-(N.ori==1?ht:Ke));let H=k;N.ori==1&&(H=Ie,_=H-_),N.dir==-1&&(_=H-_);let j=N._min,ce=N._max,me=_/H,be=j+(ce-j)*me,Oe=N.distr;return Oe==3?Fo(10,be):Oe==4?X1(be,N.asinh):Oe==100?N.bwd(be):be}function zx(_,M){let D=ts(_,A,M);return Zi(D,e[0],un,dn)}i.valToIdx=_=>Zi(_,e[0]),i.posToIdx=zx,i.posToVal=ts,i.valToPos=(_,M,D)=>T[M].ori==0?r(_,T[M],D?Y:k,D?I:0):o(_,T[M],D?de:Ie,D?b:0),i.setCursor=(_,M,D)=>{$t=_.left,en=_.top,mr(null,M,D)};function lp(_,M){jt(Xr,No,Zt.left=_),jt(Xr,ol,Zt.width=M)}function cp(_,M){jt(Xr,"top",Zt.top=_),jt(Xr,al,Zt.height=M)}let Ko=O.ori==0?lp:cp,jo=O.ori==1?lp:cp;function Vx(){if(ne&&pe.live)for(let _=s==2?1:0;_<S.length;_++){if(_==0&&pt)continue;let M=pe.values[_],D=0;for(let N in M)We[_][D++].firstChild.nodeValue=M[N]}}function Pu(_,M){if(_!=null&&(_.idxs?_.idxs.forEach((D,N)=>{oe[N]=D}):Z1(_.idx)||oe.fill(_.idx),pe.idx=oe[0]),ne&&pe.live){for(let D=0;D<S.length;D++)(D>0||s==1&&!pt)&&Gx(D,oe[D]);Vx()}ge=!1,M!==!1&&On("setLegend")}i.setLegend=Pu;function Gx(_,M){let D=S[_],N=_==0&&G==2?ui:e[_],H;pt?H=D.values(i,_,M)??ot:(H=D.value(i,M==null?null:N[M],_,M),H=H==null?ot:{_:H}),pe.values[_]=H}function mr(_,M,D){op=$t,ap=en,[$t,en]=fe.move(i,$t,en),fe.left=$t,fe.top=en,_e&&(Vr&&fs(Vr,In($t),0,k,Ie),Gr&&fs(Gr,0,In(en),k,Ie));let N,H=un>dn;xs=Gt,Hs=null;let j=O.ori==0?k:Ie,ce=O.ori==1?k:Ie;if($t<0||rn==0||H){N=fe.idx=null;for(let me=0;me<S.length;me++){let be=dt[me];be!=null&&fs(be,-10,-10,k,Ie)}tt&&es(null,qr,!0,_==null&&vn.setSeries),pe.live&&(oe.fill(N),ge=!0)}else{let me,be,Oe;s==1&&(me=O.ori==0?$t:en,be=ts(me,A),N=fe.idx=Zi(be,e[0],un,dn),Oe=X(e[0][N],O,j,0));let Fe=-10,ke=-10,at=0,Pt=0,Ct=!0,Mt="",Qe="";for(let Ye=s==2?1:0;Ye<S.length;Ye++){let Jt=S[Ye],an=oe[Ye],Fn=an==null?null:s==1?e[Ye][an]:e[Ye][1][an],kt=fe.dataIdx(i,Ye,N,be),ln=kt==null?null:s==1?e[Ye][kt]:e[Ye][1][kt];if(ge=ge||ln!=Fn||kt!=an,oe[Ye]=kt,Ye>0&&Jt.show){let di=kt==null?-10:kt==N?Oe:X(s==1?e[0][kt]:e[Ye][0][kt],O,j,0),ei=ln==null?-10:U(ln,s==1?T[Jt.scale]:T[Jt.facets[1].scale],ce,0);if(tt&&ln!=null){let Ci=O.ori==1?$t:en,Fi=Ln(ze.dist(i,Ye,kt,ei,Ci));if(Fi<xs){let ns=ze.bias;if(ns!=0){let fi=ts(Ci,Jt.scale),Ri=ln>=0?1:-1,Bi=fi>=0?1:-1;Bi==Ri&&(Bi==1?ns==1?ln>=fi:ln<=fi:ns==1?ln<=fi:ln>=fi)&&(xs=Fi,Hs=Ye)}else xs=Fi,Hs=Ye}}if(ge||Pe){let Ci,Fi;O.ori==0?(Ci=di,Fi=ei):(Ci=ei,Fi=di);let ns,fi,Ri,Bi,is,ti,pi=!0,gr=he.bbox;if(gr!=null){pi=!1;let ni=gr(i,Ye);Ri=ni.left,Bi=ni.top,ns=ni.width,fi=ni.height}else Ri=Ci,Bi=Fi,ns=fi=he.size(i,Ye);if(ti=he.fill(i,Ye),is=he.stroke(i,Ye),Pe)Ye==Hs&&xs<=ze.prox&&(Fe=Ri,ke=Bi,at=ns,Pt=fi,Ct=pi,Mt=ti,Qe=is);else{let ni=dt[Ye];ni!=null&&(Yt[Ye]=Ri,jn[Ye]=Bi,X0(ni,ns,fi,pi),H0(ni,ti,is),fs(ni,Ui(Ri),Ui(Bi),k,Ie))}}}}if(Pe){let Ye=ze.prox,Jt=pr==null?xs<=Ye:xs>Ye||Hs!=pr;if(ge||Jt){let an=dt[0];an!=null&&(Yt[0]=Fe,jn[0]=ke,X0(an,at,Pt,Ct),H0(an,Mt,Qe),fs(an,Ui(Fe),Ui(ke),k,Ie))}}}if(Zt.show&&Vs)if(_!=null){let[me,be]=vn.scales,[Oe,Fe]=vn.match,[ke,at]=_.cursor.sync.scales,Pt=_.cursor.drag;if(Nn=Pt._x,Un=Pt._y,Nn||Un){let{left:Ct,top:Mt,width:Qe,height:Ye}=_.select,Jt=_.scales[ke].ori,an=_.posToVal,Fn,kt,ln,di,ei,Ci=me!=null&&Oe(me,ke),Fi=be!=null&&Fe(be,at);Ci&&Nn?(Jt==0?(Fn=Ct,kt=Qe):(Fn=Mt,kt=Ye),ln=T[me],di=X(an(Fn,ke),ln,j,0),ei=X(an(Fn+kt,ke),ln,j,0),Ko(Ji(di,ei),Ln(ei-di))):Ko(0,j),Fi&&Un?(Jt==1?(Fn=Ct,kt=Qe):(Fn=Mt,kt=Ye),ln=T[be],di=U(an(Fn,at),ln,ce,0),ei=U(an(Fn+kt,at),ln,ce,0),jo(Ji(di,ei),Ln(ei-di))):jo(0,ce)}else Du()}else{let me=Ln(op-sp),be=Ln(ap-rp);if(O.ori==1){let at=me;me=be,be=at}Nn=Gn.x&&me>=Gn.dist,Un=Gn.y&&be>=Gn.dist;let Oe=Gn.uni;Oe!=null?Nn&&Un&&(Nn=me>=Oe,Un=be>=Oe,!Nn&&!Un&&(be>me?Un=!0:Nn=!0)):Gn.x&&Gn.y&&(Nn||Un)&&(Nn=Un=!0);let Fe,ke;Nn&&(O.ori==0?(Fe=Hr,ke=$t):(Fe=Wr,ke=en),Ko(Ji(Fe,ke),Ln(ke-Fe)),Un||jo(0,ce)),Un&&(O.ori==1?(Fe=Hr,ke=$t):(Fe=Wr,ke=en),jo(Ji(Fe,ke),Ln(ke-Fe)),Nn||Ko(0,j)),!Nn&&!Un&&(Ko(0,0),jo(0,0))}if(Gn._x=Nn,Gn._y=Un,_==null){if(D){if(vp!=null){let[me,be]=vn.scales;vn.values[0]=me!=null?ts(O.ori==0?$t:en,me):null,vn.values[1]=be!=null?ts(O.ori==1?$t:en,be):null}ea(_f,i,$t,en,k,Ie,N)}if(tt){let me=D&&vn.setSeries,be=ze.prox;pr==null?xs<=be&&es(Hs,qr,!0,me):xs>be?es(null,qr,!0,me):Hs!=pr&&es(Hs,qr,!0,me)}}ge&&(pe.idx=N,Pu()),M!==!1&&On("setCursor")}let Ws=null;Object.defineProperty(i,"rect",{get(){return Ws==null&&Qo(!1),Ws}});function Qo(_=!1){_?Ws=null:(Ws=g.getBoundingClientRect(),On("syncRect",Ws))}function hp(_,M,D,N,H,j,ce){fe._lock||Vs&&_!=null&&_.movementX==0&&_.movementY==0||(Iu(_,M,D,N,H,j,ce,!1,_!=null),_!=null?mr(null,!0,!0):mr(M,!0,!1))}function Iu(_,M,D,N,H,j,ce,me,be){if(Ws==null&&Qo(!1),et(_),_!=null)D=_.clientX-Ws.left,N=_.clientY-Ws.top;else{if(D<0||N<0){$t=-10,en=-10;return}let[Oe,Fe]=vn.scales,ke=M.cursor.sync,[at,Pt]=ke.values,[Ct,Mt]=ke.scales,[Qe,Ye]=vn.match,Jt=M.axes[0].side%2==1,an=O.ori==0?k:Ie,Fn=O.ori==1?k:Ie,kt=Jt?j:H,ln=Jt?H:j,di=Jt?N:D,ei=Jt?D:N;if(Ct!=null?D=Qe(Oe,Ct)?a(at,T[Oe],an,0):-10:D=an*(di/kt),Mt!=null?N=Ye(Fe,Mt)?a(Pt,T[Fe],Fn,0):-10:N=Fn*(ei/ln),O.ori==1){let Ci=D;D=N,N=Ci}}be&&(M==null||M.cursor.event.type==_f)&&((D<=1||D>=k-1)&&(D=Ir(D,k)),(N<=1||N>=Ie-1)&&(N=Ir(N,Ie))),me?(sp=D,rp=N,[Hr,Wr]=fe.move(i,D,N)):($t=D,en=N)}let Lu={width:0,height:0,left:0,top:0};function Du(){yl(Lu,!1)}let up,dp,fp,pp;function mp(_,M,D,N,H,j,ce){Vs=!0,Nn=Un=Gn._x=Gn._y=!1,Iu(_,M,D,N,H,j,ce,!0,!1),_!=null&&(At(xf,Mf,gp,!1),ea(O0,i,Hr,Wr,k,Ie,null));let{left:me,top:be,width:Oe,height:Fe}=Zt;up=me,dp=be,fp=Oe,pp=Fe}function gp(_,M,D,N,H,j,ce){Vs=Gn._x=Gn._y=!1,Iu(_,M,D,N,H,j,ce,!1,!0);let{left:me,top:be,width:Oe,height:Fe}=Zt,ke=Oe>0||Fe>0,at=up!=me||dp!=be||fp!=Oe||pp!=Fe;if(ke&&at&&yl(Zt),Gn.setScale&&ke&&at){let Pt=me,Ct=Oe,Mt=be,Qe=Fe;if(O.ori==1&&(Pt=be,Ct=Fe,Mt=me,Qe=Oe),Nn&&Gs(A,ts(Pt,A),ts(Pt+Ct,A)),Un)for(let Ye in T){let Jt=T[Ye];Ye!=A&&Jt.from==null&&Jt.min!=Gt&&Gs(Ye,ts(Mt+Qe,Ye),ts(Mt,Ye))}Du()}else fe.lock&&(fe._lock=!fe._lock,mr(M,!0,_!=null));_!=null&&(wn(xf,Mf),ea(xf,i,$t,en,k,Ie,null))}function Hx(_,M,D,N,H,j,ce){if(fe._lock)return;et(_);let me=Vs;if(Vs){let be=!0,Oe=!0,Fe=10,ke,at;O.ori==0?(ke=Nn,at=Un):(ke=Un,at=Nn),ke&&at&&(be=$t<=Fe||$t>=k-Fe,Oe=en<=Fe||en>=Ie-Fe),ke&&be&&($t=$t<Hr?0:k),at&&Oe&&(en=en<Wr?0:Ie),mr(null,!0,!0),Vs=!1}$t=-10,en=-10,oe.fill(null),mr(null,!0,!0),me&&(Vs=me)}function _p(_,M,D,N,H,j,ce){fe._lock||(et(_),Jo(),Du(),_!=null&&ea(k0,i,$t,en,k,Ie,null))}function xp(){P.forEach(uA),B(i.width,i.height,!0)}Nr(tu,Oo,xp);let Yr={};Yr.mousedown=mp,Yr.mousemove=hp,Yr.mouseup=gp,Yr.dblclick=_p,Yr.setSeries=(_,M,D,N)=>{let H=vn.match[2];D=H(i,M,D),D!=-1&&es(D,N,!0,!1)},_e&&(At(O0,g,mp),At(_f,g,hp),At(F0,g,_=>{et(_),Qo(!1)}),At(B0,g,Hx),At(k0,g,_p),If.add(i),i.syncRect=Qo);let vl=i.hooks=n.hooks||{};function On(_,M,D){Qn?Ft.push([_,M,D]):_ in vl&&vl[_].forEach(N=>{N.call(null,i,M,D)})}(n.plugins||[]).forEach(_=>{for(let M in _.hooks)vl[M]=(vl[M]||[]).concat(_.hooks[M])});let yp=(_,M,D)=>D,vn=Mn({key:null,setSeries:!1,filters:{pub:J0,sub:J0},scales:[A,S[1]?S[1].scale:null],match:[K0,K0,yp],values:[null,null]},fe.sync);vn.match.length==2&&vn.match.push(yp),fe.sync=vn;let vp=vn.key,Nu=Y_(vp);function ea(_,M,D,N,H,j,ce){vn.filters.pub(_,M,D,N,H,j,ce)&&Nu.pub(_,M,D,N,H,j,ce)}Nu.sub(i);function Wx(_,M,D,N,H,j,ce){vn.filters.sub(_,M,D,N,H,j,ce)&&Yr[_](null,M,D,N,H,j,ce)}i.pub=Wx;function Xx(){Nu.unsub(i),If.delete(i),Dn.clear(),Ef(tu,Oo,xp),c.remove(),Re?.remove(),On("destroy")}i.destroy=Xx;function Uu(){On("init",n,e),Zo(e||n.data,!1),q[A]?Au(A,q[A]):Jo(),re=Zt.show&&(Zt.width>0||Zt.height>0),ie=ge=!0,B(n.width,n.height)}return S.forEach(Fr),P.forEach(ps),t?t instanceof HTMLElement?(t.appendChild(c),Uu()):t(i,Uu):Uu(),i}Xn.assign=Mn;Xn.fmtNum=Bf;Xn.rangeNum=nu;Xn.rangeLog=ru;Xn.rangeAsinh=Of;Xn.orient=Or;Xn.pxRatio=Lt;Xn.join=nE;Xn.fmtDate=zf,Xn.tzDate=fE;Xn.sync=Y_;{Xn.addGap=ZE,Xn.clipGaps=lu;let n=Xn.paths={points:Q_};n.linear=tx,n.stepped=jE,n.bars=QE,n.spline=tA}var Yf=1,dA=3,rx=[50,90,100,120,150,200];function ox(n,e){let t=n.dose_gy,i=n.volume_fraction;if(e<=t[0])return i[0];if(e>=t.at(-1))return e>t.at(-1)?0:i.at(-1);let s=0,r=t.length-1;for(;r-s>1;){let o=s+r>>1;t[o]<=e?s=o:r=o}return i[s]+(i[r]-i[s])*(e-t[s])/(t[r]-t[s])}var du=class{constructor(){this.plotBox=R("div",{class:"plot","aria-hidden":"true"}),this.readout=R("div",{class:"dvh-readout",role:"status"}),this.legend=R("ul",{class:"legend","aria-label":C("dvh.curves")}),this.values=R("div",{class:"dvh-values"}),this.relative=lt("",()=>{y.display.relative=!y.display.relative,Ne("display")},{class:"small"}),this.node=R("section",{class:"card dvh","aria-label":C("dvh")},R("header",{},R("h2",{text:C("dvh")}),this.readout,this.relative),this.plotBox,this.legend,this.details=R("details",{on:{toggle:()=>y.plan&&this.fillValues()}},R("summary",{text:C("dvh.table")}),this.values)),this.update=cn(()=>this.updateNow()),vt("plan preview compared",()=>this.update()),vt("display",()=>this.rebuild()),new ResizeObserver(()=>this.size()).observe(this.plotBox),this.rebuild()}curves(){let e=Vt();if(!e)return[];let t=y.compared?.plan??(e.edited||y.preview?y.original:null),i=Object.entries(e.dvh).map(([r,o])=>({name:r,curve:o,dashed:!1})),s=t?Object.entries(t.dvh).map(([r,o])=>({name:r,curve:o,dashed:!0})):[];return[...i,...s].filter(({name:r})=>!y.display.hidden.has(r))}rebuild(){this.plot?.destroy(),this.plot=null,this.relative.textContent=C(y.display.relative?"dvh.show-gy":"dvh.show-percent");let e=this.curves();if(this.shape=ax(e),this.fillLegend(),!e.length)return this.plotBox.replaceChildren(R("p",{class:"empty",text:C(y.plan?"figures.none":"no-plan")}));this.plotBox.replaceChildren();let{dose_gy:t}=y.plan.prescription,i=y.display.relative?"%":"Gy",s={stroke:"#9aa6b2",grid:{stroke:"#232a33",width:1},ticks:{stroke:"#232a33"},font:"11px system-ui",size:34,labelSize:16,labelFont:"11px system-ui"};this.plot=new Xn({width:Math.max(200,this.plotBox.clientWidth),height:Math.max(110,this.plotBox.clientHeight),legend:{show:!1},cursor:{drag:{x:!1,y:!1},points:{size:5}},scales:{x:{time:!1,range:[0,this.most()*(y.display.relative?100/t:1)]},y:{range:[0,100]}},axes:[{...s,label:C("dvh.dose",{unit:i}),size:26},{...s,label:C("dvh.volume")}],series:[{},...e.map(({name:r,curve:o,dashed:a})=>({label:r,stroke:o.colour,width:a?1.2:2,dash:a?[5,4]:o.dash??[],points:{show:!1}}))],hooks:{setCursor:[r=>this.hover(r)],draw:[r=>this.drawPrescription(r)]}},this.data(e),this.plotBox),this.fillValues()}most(){return y.plan.prescription.dose_gy*dA}data(e){let t=Array.from({length:Math.ceil(this.most()/Yf)+1},(s,r)=>r*Yf),i=y.display.relative?100/y.plan.prescription.dose_gy:1;return[t.map(s=>s*i),...e.map(({curve:s})=>t.map(r=>100*ox(s,r)))]}updateNow(){let e=[Vt()?.dvh,y.compared,y.original,Vt()?.edited||y.preview!==null];if(this.plot&&y.preview&&e.every((i,s)=>i===this.last?.[s]))return;this.last=e;let t=this.curves();if(ax(t)!==this.shape||!this.plot)return this.rebuild();this.plot.setData(this.data(t)),(!y.preview||this.details.open)&&this.fillValues()}size(){let{clientWidth:e,clientHeight:t}=this.plotBox;e&&t&&this.plot?.setSize({width:e,height:t})}drawPrescription(e){let{ctx:t}=e,i=e.valToPos(y.display.relative?100:y.plan.prescription.dose_gy,"x",!0);t.save(),t.strokeStyle="#e6e9ed",t.setLineDash([2,4]),t.beginPath(),t.moveTo(i,e.bbox.top),t.lineTo(i,e.bbox.top+e.bbox.height),t.stroke(),t.restore()}hover(e){let{left:t,top:i,idx:s}=e.cursor;if(s==null||t<0)return void(this.readout.textContent="");let r=this.curves(),o=e.posToVal(i,"y"),a=null;if(r.forEach((h,d)=>{let u=Math.abs(e.data[d+1][s]-o);(!a||u<a.away)&&(a={away:u,...h,percent:e.data[d+1][s]})}),!a)return;let l=s*Yf,c={name:a.name,gy:l,percent:Ze(100*l/y.plan.prescription.dose_gy,0),volume:Ze(a.percent),cc:a.curve.volume_cc===null?"–":Ze(a.curve.volume_cc*a.percent/100,2)};this.readout.textContent=C(a.dashed?"dvh.hover.before":"dvh.hover",c)}fillLegend(){let e=Vt(),t=Object.entries(e?.dvh??{}).map(([i,s])=>{let r=!y.display.hidden.has(i),o=R("span",{class:"swatch"});return o.style.borderTopColor=s.colour,o.style.borderTopStyle=s.dash?.length?"dashed":"solid",R("li",{},R("button",{type:"button","aria-pressed":r,"data-curve":i,on:{click:()=>fA(i)}},o,R("span",{text:i})))});this.legend.replaceChildren(...t)}fillValues(){let e=Vt(),{dose_gy:t}=e.prescription,i=[C("structure"),...rx.map(r=>`${Ze(r*t/100,0)} Gy`)],s=Object.entries(e.dvh).map(([r,o])=>R("tr",{"data-roi":r},R("th",{scope:"row",text:r}),rx.map(a=>R("td",{text:`${Ze(100*ox(o,a*t/100))} %`,"data-gy":a*t/100}))));this.values.replaceChildren(Yn(i,s,{class:"numbers","aria-label":C("dvh.table")}))}},ax=n=>JSON.stringify(n.map(({name:e,dashed:t})=>[e,t]));function fA(n){let{hidden:e}=y.display;e.has(n)?e.delete(n):e.add(n),Ne("display")}function fr(n,e,t=!1){if(e==null||Number.isNaN(e))return"–";let i=n.unit==="fraction"?100:1,s=t&&e*i>0?"+":"",r={fraction:" %",cm3:" cm³","":""}[n.unit]??` ${n.unit}`;return`${s}${(e*i).toFixed(n.digits??1)}${r}`}function Zf(n){let e=`metric.${n.key}`;return na(e)?C(e):n.label}function $f(n,e){let t=n.metrics[e]??{},i=new Set;return n.metric_table.filter(({key:s})=>s in t&&!i.has(s)&&i.add(s))}var fu=class{constructor(){this.body=R("div",{class:"scroll"}),this.state=R("p",{class:"checked",role:"status"}),this.node=R("section",{class:"card metrics","aria-label":C("metrics")},R("header",{},R("h2",{text:C("metrics")}),this.state),this.body),this.update=cn(()=>this.updateNow()),vt("plan preview",()=>this.update()),this.updateNow()}updateNow(){let e=Vt();if(!e)return this.body.replaceChildren(R("p",{class:"empty",text:C("no-plan")}));if(this.state.textContent=C(`checked.${e.checked}`),this.state.className=`checked ${e.checked}`,this.body.classList.toggle("moving",y.preview!==null),!Object.keys(e.metrics).length)return this.body.replaceChildren(R("p",{class:"empty",text:C("figures.none")}));if(y.preview&&e.metrics===this.shown)return;if(this.shown=e.metrics,y.preview&&this.sameShape(e))return this.renew(e);let t=new Set(y.server.structures.filter(s=>s.kind==="target").map(s=>s.name));this.values=new Map;let i=Object.keys(e.metrics).sort((s,r)=>t.has(r)-t.has(s));this.body.replaceChildren(this.goals(e),...i.map(s=>this.region(e,s,t.has(s))))}sameShape(e){return this.values!==void 0&&Object.keys(e.metrics).every(t=>$f(e,t).every(({key:i})=>this.values.has(`${t}/${i}`)))}renew(e){for(let t of Object.keys(e.metrics))for(let i of $f(e,t)){let{value:s,change:r}=this.values.get(`${t}/${i.key}`),o=fr(i,e.metrics[t][i.key]);s.textContent!==o&&(s.textContent=o,r.textContent="")}}goals(e){let t=e.goals.map(o=>R("li",{class:o.met?"met":"missed"},R("b",{text:o.met?`✓ ${C("goal.met")}`:`✗ ${C("goal.missed")}`}),` ${o.text}`)),i=e.verdict??{},s={dose:i.dose_met===!1,limits:i.limits_kept===!1},r=["dose","limits","access"].filter(o=>i[o]).map(o=>R("li",{class:s[o]?"verdict missed":"verdict",text:i[o]}));return R("ul",{class:"goals"},t,r)}region(e,t,i){let s=e.changes?.[t]??{},r=$f(e,t).map(o=>{let a=s[o.key],l=a&&fr({...o,unit:o.unit==="fraction"?"fraction":""},a,!0).replace(" %",""),c={value:R("span",{class:"value",text:fr(o,e.metrics[t][o.key])}),change:R("span",{class:"change",text:l&&/[1-9]/.test(l)?l:""})};return this.values.set(`${t}/${o.key}`,c),R("div",{class:"metric",title:o.meaning??"","data-metric":o.key},R("dt",{text:Zf(o)}),R("dd",{},c.value,c.change,pA(e,t,o)))});return R("section",{class:i?"region target":"region","data-roi":t},R("h3",{text:t}),R("dl",{},r))}};function pA(n,e,t){let i=n.planned_metrics?.[e]?.[t.key];return i===void 0?null:R("span",{class:"planned",text:C("metric.planned",{value:fr(t,i)})})}var mA=200,Wo=class{constructor(e){this.node=R("div",{class:"scroll"}),this.update=cn(()=>{if(this.node.contains(document.activeElement)&&document.activeElement.matches("input")||(this.stale=!this.node.offsetParent&&this.last!==void 0,this.stale))return;let t=JSON.stringify([this.shown(Vt()),y.selection,En()]);t!==this.last&&(this.last=t,this.keepFocus(()=>this.fill()))}),vt(e,()=>this.update()),vt("preview",()=>{this.waiting||=setTimeout(()=>{this.waiting=0,this.update()},mA)}),vt("display",()=>this.stale&&this.update()),this.node.addEventListener("focusout",()=>this.update())}keepFocus(e){let t=this.node.contains(document.activeElement)?document.activeElement.closest("[data-focus]")?.dataset.focus:null,i=this.node.scrollTop;e(),this.node.scrollTop=i,t&&this.node.querySelector(`[data-focus="${t}"]`)?.focus({preventScroll:!0});let s=this.node.querySelector("tr.chosen");if(s&&this.lastChosen!==s.dataset.focus){let[r,o]=[s.getBoundingClientRect(),this.node.getBoundingClientRect()];(r.top<o.top+24||r.bottom>o.bottom)&&(this.node.scrollTop+=r.top-o.top-o.height/3)}this.lastChosen=s?.dataset.focus}};function dl(n,e,t,i){let s=Ze(n,t),r=R("input",{type:"text",inputmode:"decimal",value:s,"aria-label":e,class:"cell",disabled:!En()}),o=()=>{let a=Number(r.value.replace(",","."));r.value===s||!Number.isFinite(a)?r.value=s:i(a)};return r.addEventListener("change",o),r.addEventListener("keydown",a=>{a.stopPropagation(),a.key==="Enter"&&r.blur(),a.key==="Escape"&&(r.value=s,r.blur())}),r.addEventListener("click",a=>a.stopPropagation()),r}function gu(n,e,t,i,s,r={}){let o=R("tr",{tabindex:0,"data-focus":n,"aria-selected":e,"aria-label":t,class:e?"chosen":null,...r},s);return o.addEventListener("click",a=>a.target.closest("button, input")||i()),o.addEventListener("keydown",a=>{if(a.target!==o)return;(a.key==="Enter"||a.key===" ")&&(a.preventDefault(),i());let l={ArrowDown:o.nextElementSibling,ArrowUp:o.previousElementSibling}[a.key];l&&(a.preventDefault(),a.stopPropagation(),l.focus())}),o}function lx(n,e){return lt(e.locked?C("unlock"):C("lock"),()=>hn({type:e.locked?"unlock":"lock",[n]:e.id}),{class:e.locked?"small lock on":"small lock","aria-pressed":!!e.locked,"aria-label":C(e.locked?`unlock.${n}`:`lock.${n}`,{id:e.id}),disabled:!En()})}function cx(n,{preparing:e}){return n.length?R("td",{class:"rules broken"},R("ul",{},n.map(t=>R("li",{text:`⚠ ${t}`})))):R("td",{class:"rules"},e?R("span",{class:"waiting",text:"…",title:C("preparing.rules")}):R("span",{class:"fine",text:"✓"}))}var pu=class extends Wo{constructor(){super("plan selection role"),this.fill()}shown(e){return[e?.needles,e?.preparing]}fill(){let e=Vt();if(!e)return this.node.replaceChildren(R("p",{class:"empty",text:C("no-plan")}));let t=["needle","seeds","needle.depth","needle.tilt","needle.skin-angle","needle.lung","rules",""].map(s=>s?C(s):""),i=e.needles.map(s=>{let r=()=>{kn(s.id),fn(Ol(s.id))};return gu(`needle${s.id}`,y.selection.needle===s.id,C("needle.title",{id:s.id,length:Ze(s.length_mm)}),r,[R("th",{scope:"row",text:String(s.id)}),R("td",{text:String(s.seeds.length)}),R("td",{text:Ze(s.depth_mm??s.length_mm)}),R("td",{text:Ze(s.tilt_deg,0)}),R("td",{text:Ze(s.skin_angle_deg,0)}),R("td",{text:s.lung_mm?Ze(s.lung_mm,0):"–"}),cx(s.rules,e),R("td",{},lx("needle",s))],{"data-needle-row":s.id})});this.node.replaceChildren(Yn(t,i,{class:"numbers rows","aria-label":C("needles")}),this.details(e))}details(e){let t=Hn(e,y.selection.needle);if(!t)return R("p",{class:"hint",text:C("needle.choose")});let i=["entry","tip"].map(a=>R("div",{class:"coordinates"},R("span",{text:C(`needle.${a}`)}),["x","y","z"].map((l,c)=>dl(t[`${a}_mm`][c],C("needle.coordinate",{end:C(`needle.${a}`),axis:l,id:t.id}),1,h=>{let d=[...t[`${a}_mm`]];d[c]=h,hn({type:"move-needle",needle:t.id,[`${a}_mm`]:d})})))),s=dl(null,C("seed.add.depth"),1,()=>{});s.value="10",s.classList.add("depth");let r=()=>hn({type:"add-seed",needle:t.id,depth_mm:Number(s.value)||0}),o=R("div",{class:"actions"},R("label",{},C("seed.add.at")," ",s," mm"),lt(C("seed.add"),r,{disabled:!En()||t.locked}),lt(C("needle.remove",{id:t.id}),()=>hn({type:"remove-needle",needle:t.id}),{disabled:!En()||t.locked}));return R("section",{class:"details","aria-label":C("needle.details",{id:t.id})},i,o)}},mu=class extends Wo{constructor(){super("plan selection role"),this.fill()}shown(e){return[e?.seeds,e?.preparing,e?.needles.map(t=>t.locked)]}fill(){let e=Vt();if(!e)return this.node.replaceChildren(R("p",{class:"empty",text:C("no-plan")}));let t=["seed","needle","seed.depth","seed.position","seed.strength","rules",""].map(s=>s?C(s):""),i=e.seeds.map(s=>{let r=s.locked||Hn(e,s.needle)?.locked,o=()=>{kn(s.needle,s.id),fn(s.position_mm)},a=r?Ze(s.depth_from_tip_mm):dl(s.depth_from_tip_mm,C("seed.depth.of",{id:s.id}),1,c=>hn({type:"move-seed",seed:s.id,depth_mm:c})),l=`${Ze(s.strength_u,3)}${s.manual?` · ${C("seed.manual")}`:""}`;return gu(`seed${s.id}`,y.selection.seed===s.id,C("seed.label",{id:s.id,needle:s.needle,depth:Ze(s.depth_from_tip_mm)}),o,[R("th",{scope:"row",text:String(s.id)}),R("td",{text:String(s.needle)}),R("td",{},a),R("td",{class:"position",text:s.position_mm.map(c=>Ze(c)).join(", ")}),R("td",{text:l}),cx(s.rules,e),R("td",{},lx("seed",s),lt("×",()=>hn({type:"remove-seed",seed:s.id}),{class:"small","aria-label":C("seed.remove",{id:s.id}),disabled:!En()||r}))],{"data-seed-row":s.id})});this.node.replaceChildren(Yn(t,i,{class:"numbers rows","aria-label":C("seeds")}))}};var gA=["x","y","z"],_u=class extends Wo{constructor(){super("plan selection role"),this.fill()}shown(e){return[e?.seeds,e?.lost,e?.counts]}fill(){let e=Vt();if(!e)return;let t=["seed","found.is","seed.position","found.moved","found.sure",""].map(s=>s?C(s):""),i=e.seeds.map(s=>this.seedRow(s));this.node.replaceChildren(...[R("p",{class:"counts",text:C("found.counts",e.counts)}),this.details(e),Yn(t,i,{class:"numbers rows","aria-label":C("found.seeds")}),this.lost(e),this.doubtful(e)].filter(Boolean))}seedRow(e){let t=()=>{kn(e.needle||null,e.id),fn(e.position_mm)},i=e.manual?C("found.by-hand"):`${Ze(100*e.confidence,0)} %, ± ${Ze(e.sigma_mm)} mm`,s=e.along_mm===null?"–":`${Ze(e.along_mm)}, ${Ze(e.across_mm)}`,r=lt("×",()=>hn({type:"remove-seed",seed:e.id}),{class:"small","aria-label":C("found.remove",{id:e.id}),disabled:!En()});return gu(`seed${e.id}`,y.selection.seed===e.id,C("found.label",{id:e.id,standing:Wl(e)}),t,[R("th",{scope:"row",text:String(e.id)}),R("td",{class:e.standing==="planned"?null:"odd",text:Wl(e)}),R("td",{class:"position",text:e.position_mm.map(o=>Ze(o)).join(", ")}),R("td",{text:s}),R("td",{text:i}),R("td",{},r)],{"data-seed-row":e.id})}details(e){let t=ys(e,y.selection.seed);if(!t)return R("p",{class:"hint",text:C("found.choose")});let i=(r,o,a)=>R("div",{class:"coordinates"},R("span",{text:C(o)}),gA.map((l,c)=>dl(t[r][c],C("found.coordinate",{what:C(o),axis:l,id:t.id}),a,h=>{let d=[...t[r]];d[c]=h,hn({type:"move-seed",seed:t.id,[r]:d})}))),s=R("div",{class:"actions"},lt(C("found.split",{id:t.id}),()=>hn({type:"split-seed",seed:t.id}),{disabled:!En(),"data-split":t.id}),lt(C("found.remove",{id:t.id}),()=>hn({type:"remove-seed",seed:t.id}),{disabled:!En()}));return R("section",{class:"details","aria-label":C("found.details",{id:t.id})},i("position_mm","found.place",1),i("direction","found.axis",3),s)}lost(e){let t=e.lost.map(i=>R("li",{},lt(C("lost.title",{seed:i.seed,needle:i.needle??"–"}),()=>fn(i.planned_at_mm),{class:"link"})," ",lt(C("lost.take"),()=>Fl({position_mm:i.planned_at_mm,direction:i.direction}),{class:"small",disabled:!En(),"data-take":`lost${i.seed}`})));return hx(C("lost"),t)}doubtful(e){let t=e.doubtful.map((i,s)=>R("li",{},lt(C("doubtful.title",{confidence:Ze(100*i.confidence,0)}),()=>fn(i.position_mm),{class:"link"})," ",lt(C("doubtful.take"),()=>Fl({position_mm:i.position_mm,direction:i.direction}),{class:"small",disabled:!En(),"data-take":`doubtful${s}`})));return hx(C("doubtful"),t)}},hx=(n,e)=>e.length?R("section",{class:"found-list"},R("h3",{text:n}),R("ul",{},e)):null;var fl=class{constructor(){this.node=R("div",{class:"scroll"}),this.update=cn(()=>this.fill()),vt("plan role",()=>this.update()),this.fill()}fill(){let{plan:e}=y,t=e?.edits??[],i=t.length?R("ol",{class:"edits"},t.map(o=>R("li",{text:o.text}))):R("p",{class:"hint",text:C("edits.none")}),s=lt(C("edits.original"),Yp,{disabled:!En()||!t.length}),r=(e?.warnings??[]).map(o=>R("li",{text:o}));this.node.replaceChildren(i,R("div",{class:"actions"},s),R("h3",{text:C("warnings")}),r.length?R("ul",{class:"warnings"},r):R("p",{class:"hint",text:C("warnings.none")}))}},pl=class{constructor(){this.node=R("div",{class:"scroll"}),this.update=cn(()=>this.fill()),vt("display plan",()=>this.update()),this.fill()}fill(){let e=y.contours.map(t=>{let{name:i,kind:s,colour:r,dash:o}=t.structure,a=R("span",{class:"swatch"});a.style.borderTopColor=r,a.style.borderTopStyle=o?.length?"dashed":"solid";let l=R("input",{type:"checkbox",checked:!y.display.hidden.has(i),"aria-label":C("structure.show",{name:i}),on:{change:()=>this.flip(i)}}),c=()=>fn(t.centre());return R("tr",{"data-structure-row":i},R("td",{},l),R("td",{},a),R("th",{scope:"row"},lt(xr(t.structure),c,{class:"link"})),R("td",{text:C(`kind.${s}`)}),R("td",{},this.cold(i)))});this.node.replaceChildren(Yn([C("shown"),"",C("structure"),C("kind"),C("coldest")],e,{class:"rows","aria-label":C("tab.structures")}),this.levels())}flip(e){let{hidden:t}=y.display;t.has(e)?t.delete(e):t.add(e),Ne("display")}cold(e){let t=y.plan?.coldest?.[e];return t?lt(`${Ze(t.dose_gy)} Gy`,()=>fn(t.at_mm),{class:"small","aria-label":C("coldest.go",{name:e})}):null}levels(){let e=y.plan?.prescription.dose_gy;if(!e)return null;let t=y.display.levels.map(s=>{let r=R("input",{type:"checkbox",checked:s.shown,"aria-label":C("level.show",{percent:Ze(s.percent,0)}),on:{change:l=>Jf(s,{shown:l.target.checked})}}),o=R("span",{class:"swatch"});o.style.borderTopColor=s.colour,o.style.borderTopStyle=s.dash?.length?"dashed":"solid";let a=(l,c,h)=>R("input",{type:"number",class:"cell",min:1,max:1e5,step:"any",value:l,"aria-label":c,on:{change:d=>Number(d.target.value)>0&&h(Number(d.target.value)),keydown:d=>d.stopPropagation()}});return R("tr",{"data-level":s.id},R("td",{},r),R("td",{},o),R("td",{},a(Ze(s.gy),C("level.gy",{percent:Ze(s.percent,0)}),l=>Jf(s,{gy:l,percent:100*l/e}))," Gy"),R("td",{},a(Ze(s.percent,0),C("level.percent",{gy:Ze(s.gy)}),l=>Jf(s,{percent:l,gy:l*e/100}))," %"))}),i=R("input",{type:"range",min:.1,max:.8,step:.05,value:y.display.washOpacity,"aria-label":C("wash.opacity"),on:{input:s=>{y.display.washOpacity=Number(s.target.value),Ne("dose")}}});return R("section",{class:"levels"},R("h3",{text:C("levels")}),Yn([C("shown"),"",C("dose"),C("of-prescription")],t,{"aria-label":C("levels")}),R("label",{class:"actions"},C("wash.opacity"),i))}};function Jf(n,e){Object.assign(n,e),Ne("display")}var xu=class{constructor(){this.node=R("ul",{class:"isodose-legend","aria-label":C("levels")}),vt("display plan",()=>this.fill()),this.fill()}fill(){let e=y.plan&&(y.display.isodoses||y.display.dose)?y.display.levels.filter(t=>t.shown):[];this.node.replaceChildren(...[...e].sort((t,i)=>i.gy-t.gy).map(t=>{let i=R("span",{class:"swatch"});return i.style.borderTopColor=t.colour,i.style.borderTopStyle=t.dash?.length?t.dash[0]<=3?"dotted":"dashed":"solid",R("li",{},i,R("span",{text:C("level.legend",{gy:Ze(t.gy),percent:Ze(t.percent,0)})}))})),this.node.classList.toggle("gone",!e.length)}};var ml=class{constructor(){this.node=R("div",{class:"scroll"}),this.update=cn(()=>this.fill()),vt("plan compared",()=>this.update()),this.fill()}versions(){let e=(y.plan.versions??[]).filter(t=>t.number>0);return[{id:"original",label:C("compare.original")},...e.map(t=>({id:String(t.number),label:C("compare.version",{number:t.number,author:t.author??""})}))]}fill(){if(!y.plan)return this.node.replaceChildren(R("p",{class:"empty",text:C("no-plan")}));let e=R("select",{"aria-label":C("compare.with")},this.versions().map(s=>R("option",{value:s.id,text:s.label})));e.value=y.compared?.id??"original";let t=lt(C("compare.start"),()=>this.start(e.value)),i=lt(C("compare.stop"),()=>this.stop(),{disabled:!y.compared});this.node.replaceChildren(R("div",{class:"actions"},R("label",{},C("compare.with")," ",e),t,i),y.compared?this.rows():R("p",{class:"hint",text:C("compare.hint")}))}async start(e){try{let{other:t,rows:i}=await Sn(`/api/compare?with=${encodeURIComponent(e)}`),{header:s,bytes:r}=await Xs(`/api/dose?version=${encodeURIComponent(e)}`);y.otherDose=new Jr(s,new Float32Array(r)),y.compared={id:e,plan:t,rows:i,revision:y.plan.revision,checked:y.plan.checked},Ne("compared")}catch(t){if(!(t instanceof pn))throw t;st(t.message,"bad")}}stop(){y.compared=null,y.otherDose=null,Ne("compared")}rows(){let{compared:e,plan:t}=y;(e.revision!==t.revision||e.checked!==t.checked)&&this.start(e.id);let i=new Map;for(let a of e.rows)i.set(a.roi,[...i.get(a.roi)??[],a]);let s=[...i].flatMap(([a,l])=>[R("tr",{class:"group"},R("th",{colspan:4,scope:"rowgroup",text:a})),...l.map(c=>R("tr",{"data-compared":`${a}/${c.key}`},R("th",{scope:"row",text:Zf(c)}),R("td",{text:fr(c,c.value)}),R("td",{text:fr(c,c.other)}),R("td",{class:"change",text:fr(c,c.difference,!0)})))]),r=({needles:a,seeds:l})=>C("compare.count",{needles:ux(a),seeds:ux(l)}),o=["",`${C("compare.shown")} · ${r(t)}`,`${C("compare.other")} · ${r(e.plan)}`,C("compare.difference")];return Yn(o,s,{class:"numbers","aria-label":C("compare")})}},ux=n=>n.length??n;var _A=new Set(["targets","cross","avoid"]),Kf=["targets","prescription","strength_u","avoid","cross","limits","max_needles","margin_mm","steering","protocol"];function fx(n,e,t,i=[]){let s={defs:e.$defs??{},rois:i},r=Object.keys(e.properties??{}),o=new Map,a=R("div",{class:"form"}),l=R("div",{class:"form"});for(let c of[...Kf.filter(h=>r.includes(h)),...r.filter(h=>!Kf.includes(h))]){let h=mx(c,e.properties[c],t[c],s,[c]);h&&(o.set(c,h),(Kf.includes(c)?a:l).append(h.node))}return n.replaceChildren(a,R("details",{},R("summary",{text:C("plan.more")}),l)),()=>px(t,o)}function px(n,e){let t={...n};for(let[i,s]of e){let r=s.read();r!==void 0&&(t[i]=r)}return t}function yu(n,e){if(n.$ref)return{...yu(e.defs[n.$ref.split("/").at(-1)],e),...dx(n,"$ref")};let t=n.anyOf??n.oneOf;if(!t)return n;let i=t.filter(r=>r.type!=="null"),s=i.find(r=>r.type==="number"||r.type==="integer")??i.find(r=>r.type==="string")??i[0];return{...yu(s,e),...dx(n,"anyOf","oneOf"),nullable:i.length<t.length}}var dx=(n,...e)=>Object.fromEntries(Object.entries(n).filter(([t])=>!e.includes(t))),jf=n=>{let e=`request.${n.join(".")}`;return na(e)?C(e):n.at(-1).replaceAll("_"," ")};function mx(n,e,t,i,s){let r=yu(e,i),o=t===void 0?r.default:t;return s.length===1&&_A.has(s[0])&&i.rois.length?MA(r,o,i.rois,s):r.enum?SA(r,o,s):r.type==="boolean"?vA(r,o,s):r.type==="number"||r.type==="integer"?xA(r,o,s):r.type==="string"?yA(r,o,s):r.type==="array"?bA(r,o,i,s):r.type==="object"&&r.properties?TA(r,o??{},i,s):r.type==="object"?wA(r,o??{},s):null}var Xo=(n,e,t)=>R("label",{class:"field",title:n.description??"","data-field":e.join(".")},R("span",{text:jf(e)}),t);function vu(n,e,t){return()=>String(n.value)===e?void 0:t()}function xA(n,e,t){let i=e==null?"":String(e),s={min:n.minimum??n.exclusiveMinimum,max:n.maximum??n.exclusiveMaximum},r=R("input",{type:"number",step:n.type==="integer"?1:"any",value:i,...s});return{node:Xo(n,t,r),read:vu(r,i,()=>r.value===""?null:Number(r.value))}}function yA(n,e,t){let i=e??"",s=R("input",{type:"text",value:i});return{node:Xo(n,t,s),read:vu(s,i,()=>s.value)}}function vA(n,e,t){let i=R("input",{type:"checkbox",checked:!!e});return{node:Xo(n,t,i),read:()=>i.checked}}function SA(n,e,t){let i=R("select",{},n.enum.map(s=>R("option",{value:s,text:s})));return i.value=e??n.enum[0],{node:Xo(n,t,i),read:()=>i.value}}function bA(n,e,t,i){let s=yu(n.items??n.prefixItems?.[0]??{},t);if(!["string","number","integer"].includes(s.type))return null;let r=(e??[]).join(", "),o=R("input",{type:"text",value:r,placeholder:C("form.list")}),a=()=>o.value.split(",").map(l=>l.trim()).filter(Boolean);return{node:Xo(n,i,o),read:vu(o,r,()=>s.type==="string"?a():a().map(Number))}}function MA(n,e,t,i){let s=n.type==="object",r=s?e??{}:Object.fromEntries((e??[]).map(h=>[h,null])),o=t.map(h=>{let d=R("input",{type:"checkbox",checked:Object.hasOwn(r,h)}),u=s&&typeof r[h]=="number"?String(r[h]):"",f=s?R("input",{type:"number",class:"cell",min:0,step:"any",value:u,placeholder:"mm","aria-label":C("form.clearance",{name:h})}):null;return{name:h,tick:d,value:f,node:R("div",{class:"region-line"},R("label",{"data-region":h},d,R("span",{text:h})),f)}}),a=()=>o.filter(h=>h.tick.checked),l=()=>s?Object.fromEntries(a().map(h=>[h.name,h.value.value===""?null:Number(h.value.value)])):a().map(h=>h.name);return{node:R("fieldset",{class:"group regions","data-field":i.join(".")},R("legend",{text:jf(i)}),o.map(h=>h.node)),read:l}}function wA(n,e,t){let i=Object.entries(e).map(([o,a])=>a===null?o:`${o}: ${a}`).join(", "),s=R("input",{type:"text",value:i,placeholder:C("form.mapping")}),r=()=>Object.fromEntries(s.value.split(",").map(o=>o.trim()).filter(Boolean).map(o=>{let a=o.lastIndexOf(":");return a<0?[o,null]:[o.slice(0,a).trim(),Number(o.slice(a+1))]}));return{node:Xo(n,t,s),read:vu(s,i,r)}}function TA(n,e,t,i){let s=new Map,r=R("details",{class:"group",open:i.length===1&&i[0]==="prescription"},R("summary",{text:jf(i)}));for(let[o,a]of Object.entries(n.properties)){let l=mx(o,a,e[o],t,[...i,o]);l&&(s.set(o,l),r.append(l.node))}return{node:r,read:()=>px(e,s)}}var Su=class{constructor(){this.node=R("div",{class:"scroll"}),this.form=R("div"),this.keep=R("input",{type:"checkbox",checked:!0,id:"keep-locked"}),this.run=lt(C("plan.run"),()=>this.start(),{class:"primary"}),this.cancel=lt(C("plan.cancel"),()=>this.stop()),this.bar=R("progress",{max:1,value:0,"aria-label":C("plan.progress")}),this.stage=R("p",{class:"stage",role:"status"}),this.locked=R("p",{class:"hint"}),this.draw=["forbid","forbid-directions"].map(e=>lt(C(`tool.${e}`),()=>qs(e),{"data-tool":e})),this.forbidden=R("ul",{class:"forbidden-list","aria-label":C("forbid.list")}),this.node.append(R("label",{class:"keep",for:"keep-locked"},this.keep,C("plan.keep-locked")),this.locked,R("div",{class:"actions"},this.draw),this.forbidden,R("div",{class:"actions"},this.run,this.cancel),this.bar,this.stage,this.form),this.update=cn(()=>this.show()),vt("plan role job display",()=>this.update()),ai("progress",({stage:e,fraction:t})=>this.progress(e,t)),ai("job",e=>this.jobIs(e)),this.show(),this.load()}async load(){try{let e=await Sn("/api/request-schema");this.read=fx(this.form,e.schema,e.request,e.rois)}catch(e){if(!(e instanceof pn))throw e;this.form.replaceChildren(R("p",{class:"hint",text:e.message}))}}show(){let e=y.job!==null;this.run.disabled=e||y.role!=="editor"||!y.connected,this.cancel.disabled=!e,this.bar.hidden=!e;let t=JSON.stringify([Qr().forbidden,Qr().not_from,this.run.disabled]);t!==this.shown&&this.forbidden.replaceChildren(...cm(this.run.disabled)),this.shown=t;for(let r of this.draw)r.disabled=this.run.disabled,r.setAttribute("aria-pressed",y.display.tool===r.dataset.tool);let i=y.plan?.needles.filter(r=>r.locked).map(r=>r.id)??[],s=y.plan?.seeds.filter(r=>r.locked).map(r=>r.id)??[];this.locked.textContent=i.length||s.length?C("plan.locked",{needles:i.join(", ")||"–",seeds:s.join(", ")||"–"}):C("plan.none-locked")}async start(){if(this.read)try{y.job={state:"running"},Ne("job"),await Pi("/api/plan",{request:this.request(),keep_locked:this.keep.checked}),this.stage.textContent=C("plan.started")}catch(e){if(y.job=null,Ne("job"),!(e instanceof pn))throw e;this.stage.textContent=e.message,st(e.message,"bad")}}request(){let e=this.read();return y.plan?e:{...e,steering:{...e.steering,...y.forbidden}}}async stop(){try{await Pi("/api/plan/cancel"),this.stage.textContent=C("plan.cancelling")}catch(e){if(!(e instanceof pn))throw e;st(e.message,"bad")}}progress(e,t){y.job&&(this.bar.value=t??0,this.stage.textContent=t==null?e:`${e} · ${Math.round(100*t)} %`,Ne("job"))}async jobIs({state:e,message:t}){let i=e==="running"||e==="started";y.job=i?{state:e}:null,this.stage.textContent=t??C(`job.${e}`),Ne("job"),!i&&(st(this.stage.textContent,e==="failed"?"bad":"info"),e!=="done"&&await vs())}};async function bu(n){try{return await n()}catch(e){if(!(e instanceof pn))throw e;return st(e.message||C("server.lost"),"bad"),null}}async function gx(n,e){st(n),y.working=n,Ne("busy");let t=await bu(e);return y.working=null,Ne("busy"),t}var qo=(n,e)=>R("label",{class:"field",for:n.id},R("span",{text:e}),n),gl=(n,e="")=>R("input",{id:n,type:"text",autocomplete:"off",value:e});function _x(){let n=gl("check-author"),e=gl("check-reason"),t=R("div",{},R("p",{text:C(Bn()?"check.what.found":"check.what")}),R("div",{class:"form"},qo(n,C("check.author")),qo(e,C("check.reason")))),i=async()=>{if(yx(n,C("check.no-author")))return!1;let s=y.plan.revision,r=await gx(C("check.running"),()=>Pi("/api/check",{base_revision:s,author:n.value.trim(),reason:e.value.trim()}));return r?(ca(),ki(r.plan),st(C("check.done",{version:xx(r.version)}),"good"),!0):!1};Ss(C("check"),t,[{label:C("check.do"),action:i,primary:!0}])}var xx=n=>typeof n=="object"?`${n.number} (${String(n.version).slice(0,12)})`:String(n);function yx(n,e){return n.value.trim()?!1:(n.focus(),st(e,"bad"),!0)}var vx=new Set(["plan","dvh","dose","number","metrics","strengths_u","strength_u","seed_step_mm","exported","key","label"]);function Sx(n){let e=Object.entries(n).filter(([t])=>!vx.has(t)).map(([t,i])=>R("tr",{},R("th",{scope:"row",text:bx(t)}),R("td",{},Qf(i))));return Yn([C("sign.what"),C("sign.value")],e,{class:"rows facts","aria-label":C("sign.what")})}var bx=n=>{let e=C(`fact.${n}`);return e===`fact.${n}`?n.replaceAll("_"," "):e};function Qf(n){return n==null||n===""?R("span",{text:"–"}):Array.isArray(n)?n.length?R("ul",{},n.map(e=>R("li",{},Qf(e)))):R("span",{text:"–"}):typeof n=="object"?R("ul",{},Object.entries(n).filter(([e])=>!vx.has(e)).map(([e,t])=>R("li",{},`${bx(e)}: `,Qf(t)))):typeof n=="boolean"?R("span",{text:C(n?"yes":"no")}):typeof n=="number"?R("span",{text:Number.isInteger(n)?String(n):Number(n.toPrecision(6)).toString()}):R("span",{text:n})}async function Mx(){let n=await bu(()=>Sn("/api/sign-page"));if(!n)return;let e=R("select",{id:"sign-role"},["prepared","reviewed"].map(o=>R("option",{value:o,text:C(`sign.${o}`)})));n.signatures?.prepared&&(e.value="reviewed");let t=gl("sign-name"),i=gl("sign-reason"),s=R("div",{},R("p",{class:"hint",text:C("sign.read")}),Sx(n),R("div",{class:"form"},qo(e,C("sign.as")),qo(t,C("sign.name")),qo(i,C("sign.reason")))),r=async()=>{if(yx(t,C("sign.no-name")))return!1;let o=await bu(()=>Pi("/api/sign",{number:n.number,role:e.value,name:t.value.trim(),reason:i.value.trim()}));return o?(ki(o.plan),st(C("sign.done",{role:C(`sign.${e.value}`),name:t.value.trim()}),"good"),!0):!1};Ss(C("sign"),s,[{label:C("sign.do"),action:r,primary:!0}])}function wx(){let{plan:n}=y;if(!n)return;if(n.checked_version===null||n.checked_version===void 0)return st(C("export.check-first"),"bad");let e=EA(n),t=gl("export-name",`version-${n.checked_version}`),i=R("input",{id:"export-sure",type:"checkbox"}),s=n.edits.map(l=>R("li",{text:l.text})),r=Bn()||n.approval?.status==="signed"?null:R("p",{class:"warn-box",text:C("export.unsigned")}),o=R("div",{},R("p",{text:C(Bn()?"export.what.found":"export.what")}),r,R("h3",{text:C("export.changes")}),s.length?R("ol",{class:"edits"},s):R("p",{class:"hint",text:C("edits.none")}),e.length?R("div",{class:"warn-box"},R("b",{text:C("export.broken")}),R("ul",{},e.map(l=>R("li",{text:l}))),R("label",{for:"export-sure"},i,C("export.sure"))):null,R("div",{class:"form"},qo(t,C("export.name")))),a=async()=>{if(e.length&&!i.checked)return st(C("export.not-sure"),"bad"),i.focus(),!1;let l=await gx(C("export.running"),()=>Pi("/api/export",{number:n.checked_version,name:t.value.trim()}));if(!l)return!1;await bu(vs);let{folder:c,version:h,notes:d,files:u}=l;return Ss(C("export.done"),Sx({folder:c,version:xx(h),notes:d,files:u})),!1};Ss(C("export"),o,[{label:C("export.do"),action:a,primary:!0}])}function EA(n){return[...new Set([...n.needles,...n.seeds].flatMap(e=>e.rules))]}function Mu(){let n=dm.map(([t,i])=>R("tr",{},R("th",{scope:"row"},R("kbd",{text:C(`keys.${t}`)===`keys.${t}`?t:C(`keys.${t}`)})),R("td",{text:C(i)}))),e=R("div",{},Yn([C("help.keys"),C("help.what")],n,{class:"rows","aria-label":C("help.keys")}),R("p",{text:C("help.units")}),R("p",{text:`${y.server.software}. ${y.server.notice}`}));Ss(C("help"),e)}var AA=[0,5,10,20,40],wu=class{constructor({changeLanguage:e,resetViews:t,takePicture:i}){this.state=R("div",{class:"state",role:"status","aria-label":C("state")}),this.undo=lt(C("undo"),Ll,{title:"Ctrl+Z"}),this.redo=lt(C("redo"),Dl,{title:"Ctrl+Shift+Z"}),this.check=lt(C("check"),_x),this.sign=lt(C("sign"),Mx),this.export=lt(C("export"),wx),this.toggles=[["dose","D","toggle.wash"],["contours","C","toggle.contours"],["isodoses","I","toggle.isodoses"]].map(([o,a,l])=>[o,lt(C(l),()=>fa(o),{title:a,"data-toggle":o})]),this.window=R("select",{"aria-label":C("window"),on:{change:o=>Ys(Sr.find(a=>a.key===o.target.value))}},Sr.map(o=>R("option",{value:o.key,text:`${C(`window.${o.key}`)} ${o.width}/${o.level}`})),R("option",{value:"free",text:C("window.free"),hidden:!0})),this.measure=lt(C("tool.measure"),()=>qs("measure"),{title:"M","data-tool":"measure"});let s=Bn()?"seed":"needle";this.add=lt(C(`tool.${s}`),()=>qs(s),{"data-tool":s}),this.slab=R("select",{"aria-label":C("slab"),class:"slab",on:{change:o=>CA(Number(o.target.value))}},AA.map(o=>R("option",{value:o,text:o?C("slab.of",{mm:o}):C("slab.none")}))),this.slab.value=y.display.slab,this.clear=lt(C("tool.clear"),tm),this.full=lt(C("layout.all"),()=>pa("all"));let r=R("select",{"aria-label":C("language"),class:"language",on:{change:o=>e(o.target.value)}},Object.entries(Ep).map(([o,a])=>R("option",{value:o,text:a,lang:o})));r.value=ss(),this.node=R("header",{class:"topbar"},R("div",{class:"bar"},R("h1",{},R("span",{class:"brand",text:"seedwright"}),R("span",{class:"case",text:y.server.patient??""})),this.state,R("div",{class:"spring"}),R("span",{class:"notice",text:C("notice")}),r,lt("?",Mu,{"aria-label":C("help"),title:"?"})),R("div",{class:"bar tools",role:"toolbar","aria-label":C("tools")},R("div",{class:"group"},this.undo,this.redo),R("div",{class:"group"},this.toggles.map(([,o])=>o)),this.window,this.slab,R("div",{class:"group"},this.add,this.measure,this.clear),R("div",{class:"group"},lt(C("layout.reset"),t,{title:"R"}),lt(C("picture"),i,{title:"S","data-picture":""}),this.full),R("div",{class:"spring"}),R("div",{class:"group"},this.check,this.sign,this.export))),this.update=cn(()=>this.show()),vt("plan preview role display job layout window busy drag draft measures",()=>this.update()),this.show()}show(){let{plan:e}=y,t=En()&&!y.working;this.undo.disabled=!t||!e.can_undo,this.redo.disabled=!t||!e.can_redo,this.add.disabled=!t,this.sign.hidden=Bn(),this.check.disabled=this.sign.disabled=this.export.disabled=!t||!!e?.preparing,this.clear.hidden=!y.measures.length,this.full.hidden=y.display.layout==="all";for(let[r,o]of this.toggles)o.setAttribute("aria-pressed",y.display[r]);for(let r of[this.measure,this.add])r.setAttribute("aria-pressed",y.display.tool===r.dataset.tool);this.window.value=y.display.window.key,document.body.dataset.tool=y.display.tool,document.body.dataset.preparing=e?.preparing??"";let i=this.chips(e),s=i.map(([,r])=>r).join("|");s!==this.shown&&(this.shown=s,this.state.replaceChildren(...i.map(([r,o])=>R("span",{class:`chip ${r}`,text:o}))))}chips(e){let t=[];if(!e)t.push(["warn",C("no-plan")]);else{let i=Bn()?"delivered":e.approval?.status??"unsigned";t.push([{signed:"good",delivered:""}[i]??"warn",C(`state.${i}`)]),t.push(["",C("state.revision",{revision:e.revision})]),y.preview?t.push(["warn",C("checked.preview")]):e.checked!=="checked"?t.push(["warn",C(`checked.${e.checked}`)]):t.push(["good",C("checked.checked")]),e.preparing&&t.push(["busy",C(`preparing.${e.preparing}`)])}return y.working&&t.push(["busy",y.working]),y.job&&t.push(["busy",C("plan.running")]),y.connected?y.role!=="editor"&&t.push(["bad",C("state.reader")]):t.push(["bad",C("state.offline")]),t}};function CA(n){y.display.slab=n,Ne("display")}var RA=n=>xr(y.contours.find(e=>e.structure.name===n)?.structure??{name:n}),Tu=class{constructor(e){this.node=R("div",{class:"readout","data-readout":"","aria-label":C("readout")}),this.ask=e,this.hover=cn(t=>this.show(t)),vt("hover",t=>this.hover(t)),vt("cursor dose plan",()=>this.hover(null)),y.ct?this.hover(null):Wn(this.node,C("readout.none"))}show(e){let t=e?.point??y.cursor;if(!y.ct)return;clearTimeout(this.timer);let i=y.contours.filter(r=>r.structure.kind!=="body"&&r.contains(t)).map(r=>xr(r.structure)),s=gm(t);this.write(t,y.ct.at(t),s,i,!0),this.timer=setTimeout(()=>this.exactly(t),90)}async exactly(e){if(y.preview)return;let t=await this.ask(e);t&&this.write(e,t.hu,t.dose_gy,t.structures.map(RA),!1)}write(e,t,i,s,r){let o=y.plan?.prescription.dose_gy,a=[`x ${e[0].toFixed(1)}  y ${e[1].toFixed(1)}  z ${e[2].toFixed(1)} mm`,t==null?"– HU":`${Math.round(t)} HU`,i==null?y.plan&&!y.preview?C("readout.no-dose"):"":`${r?"≈ ":""}${i.toFixed(1)} Gy (${(100*i/o).toFixed(0)} %)`,s.join(", ")||"–"];this.node.replaceChildren(...a.filter(Boolean).map(l=>R("span",{text:l}))),this.node.dataset.exact=String(!r)}};function Tx({changeLanguage:n,ask:e}){let t={axial:new Zs("axial"),sagittal:new Zs("sagittal"),coronal:new Zs("coronal"),space:new Zh,needle:new Jh},i=R("main",{class:"panes","aria-label":C("panes")},Object.values(t).map(c=>c.node));t.axial.node.append(new xu().node);for(let c of Object.values(t))c.node.addEventListener("dblclick",()=>pa(y.display.layout==="all"?c.name:"all"));let s=()=>{i.dataset.layout=y.display.layout;for(let c of Object.values(t))c.node.hidden=y.display.layout!=="all"&&y.display.layout!==c.name,c.node.classList.toggle("active",y.display.active===c.name)};vt("layout",s),s();let r=()=>Object.values(t).forEach(c=>c.reset()),o=()=>Bl(t[y.display.active]??t.axial),a=new wu({changeLanguage:n,resetViews:r,takePicture:o}),l=R("aside",{class:"dock","aria-label":C("dock")},new du().node,new fu().node,PA());return{node:R("div",{class:"page"},a.node,i,l),panes:t,readout:new Tu(e)}}function PA(){let n=Bn()?{found:new _u,structures:new pl,edits:new fl,compare:new ml}:{needles:new pu,seeds:new mu,structures:new pl,edits:new fl,steer:new Su,compare:new ml};y.display.tab in n||([y.display.tab]=Object.keys(n));let e=Object.keys(n).map(o=>lt(C(`tab.${o}`),()=>i(o),{role:"tab",id:`tab-${o}`,"aria-controls":`panel-${o}`})),t=Object.entries(n).map(([o,a])=>R("div",{role:"tabpanel",id:`panel-${o}`,"aria-labelledby":`tab-${o}`},a.node)),i=o=>{y.display.tab=o,s(),Ne("display")},s=()=>{e.forEach(o=>{let a=o.id===`tab-${y.display.tab}`;o.setAttribute("aria-selected",a),o.tabIndex=a?0:-1}),t.forEach(o=>o.hidden=o.id!==`panel-${y.display.tab}`)},r=R("div",{role:"tablist","aria-label":C("dock")},e);return r.addEventListener("keydown",o=>{let a={ArrowRight:1,ArrowLeft:-1}[o.key];if(!a)return;o.stopPropagation();let l=e[(e.indexOf(document.activeElement)+a+e.length)%e.length];l.click(),l.focus()}),s(),R("section",{class:"card tabs"},r,t)}function Ax(){let n=new URLSearchParams(location.hash.slice(1)),e=(n.get("at")??"").split(",").map(Number);return{at:e.length===3&&e.every(Number.isFinite)?e:null,layout:["all","axial","sagittal","coronal","space","needle"].find(t=>t===n.get("layout"))??null,lang:["en","zh"].find(t=>t===n.get("lang"))??null}}var Ex=0;function ep(){clearTimeout(Ex),Ex=setTimeout(()=>{let n=y.cursor.map(e=>e.toFixed(2)).join(",");history.replaceState(null,"",`${location.pathname}#at=${n}&layout=${y.display.layout}&lang=${ss()}`)},150)}var IA=["axial","sagittal","coronal"];async function Cx(n){let e=R("p",{id:"opening",role:"status"}),t=-1,i=null;for(;;){let r=await Sn(`/api/opening?seen=${t}`);if(r.error)throw new pn(422,r.error);if(r.ready)break;t=r.number,Wn(e,LA(r)),e.isConnected||document.getElementById("boot")?.replaceChildren(e),r.ct&&!i&&(i=DA(r.ct,e,n))}let s=await i;return Sl(),y.views={},s&&y.cursor!==s?y.cursor:null}function LA({stage:n,done:e,of:t}){return t?C("opening.images",{done:e,of:t}):n?C("opening.stage",{stage:n}):C("opening.begun")}async function DA(n,e,t){let{bytes:i}=await Xs("/api/ct");y.frame=new eo(n),y.ct=new Kr(new Int16Array(i),y.frame),y.cursor=y.frame.clamped(t??y.frame.toPatient([0,1,2].map(o=>y.frame.extent(o)/2)));let s=IA.map(o=>new Zs(o)),r=R("main",{class:"panes","aria-label":C("panes"),"data-layout":"all"},s.map(o=>o.node));return document.getElementById("app").replaceChildren(R("div",{class:"page opening"},e,r)),y.cursor}var Rx=()=>{};async function NA(){let n=Ax();if(Tl(n.lang??"en"),!Ap())return tp(C("boot.no-token"));try{n.at=await Cx(n.at)??n.at;let e=await Sn("/api/state");n.lang||Tl(e.language),await Px(e)}catch(e){if(!(e instanceof pn))throw e;return tp(e.status===401?C("boot.no-token"):e.message||C("server.lost"))}y.plan||(y.display.tab="steer"),y.display.layout=n.layout??"all",y.cursor=y.frame.clamped(n.at??Dx()),np(),Bu(),Ix(),document.body.dataset.ready="true"}async function Px(n){y.server=n,y.frame=new eo(n.ct);let[e]=await Promise.all([y.ct?null:Xs("/api/ct"),Op(n.structures)]);e&&(y.ct=new Kr(new Int16Array(e.bytes),y.frame)),y.original=n.original,y.plan=n.plan,y.surfaces=null,y.display.levels=pm(n.levels)}function Ix(){ki(y.plan,!0),Lx();let{restored:n}=y.server;n?.steps&&st([C("restored",{steps:n.steps}),n.note].filter(Boolean).join(" "))}async function UA(){let n=!y.plan;await Px(await Sn("/api/state")),np(),Ix(),n&&y.plan&&(fn(Dx()),Object.values(y.page.panes).forEach(e=>e.reset()))}function np(){Sl(),Rx();let n=Tx({changeLanguage:OA,ask:FA});y.page=n;let{line:e,banner:t}=Ip();document.getElementById("app").replaceChildren(t,n.node,R("footer",{class:"statusbar"},n.readout.node,e)),Rx=fm({panes:n.panes,showHelp:Mu,closeDialog:kl}),vt("cursor layout",ep),vt("cursor layout",Vp),vt("plan",Lx),y.surfaces&&n.panes.space.setSurfaces(y.surfaces,y.server.structures)}function OA(n){Tl(n),kl(),np(),ep(),vs(),document.querySelector(".language").focus()}var FA=async n=>{try{return await Sn(`/api/point?x=${n[0]}&y=${n[1]}&z=${n[2]}`)}catch{return null}};async function Lx(){if(!(y.surfaces||y.plan&&!bl(y.plan))){y.surfaces={};try{y.surfaces=await Sn("/api/surfaces"),y.page.panes.space.setSurfaces(y.surfaces,y.server.structures)}catch(n){if(!(n instanceof pn))throw n}}}function Dx(){let n=y.contours.find(e=>e.structure.kind==="target");return n?n.centre():y.frame.toPatient([0,1,2].map(e=>y.frame.extent(e)/2))}function tp(n){document.getElementById("app").replaceChildren(R("p",{id:"boot",class:"failed",role:"alert",text:n}))}ai("state",UA);ai("regions",({structures:n})=>Pl(n));ai("welcome",({revision:n,regions:e,preparing:t,exact:i})=>{let{plan:s}=y,r=!s||n===s.revision&&t===s.preparing&&i===_r(s);s&&!(r&&e===y.server.structures.length)?vs():Ne("plan")});Object.defineProperty(window,"seedwright",{value:Object.freeze({latencies:oa,language:ss,cursor:()=>[...y.cursor],moveCursor:fn})});NA().catch(n=>{throw tp(C("boot.failed")),n});
